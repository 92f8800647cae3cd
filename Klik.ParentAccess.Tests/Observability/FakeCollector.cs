using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.Observability;

/// <summary>An OpenTelemetry collector on a loopback port (http/protobuf) that keeps what it gets.</summary>
internal sealed class FakeCollector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<byte[]>> _received = new();
    private readonly WebApplication _app;

    private FakeCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
            _received.GetOrAdd(signal, _ => new()).Enqueue(body.ToArray());
        });
    }

    public string Address => _app.Urls.First();

    public static async Task<FakeCollector> StartAsync()
    {
        var collector = new FakeCollector();
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>All that came of a signal (traces, metrics). In protobuf a text stands as it is.</summary>
    public string Text(string signal) =>
        _received.TryGetValue(signal, out var bodies) ? string.Join('\n', bodies.Select(Encoding.Latin1.GetString)) : "";

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
