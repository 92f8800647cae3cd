using System.Net;
using Klik.ParentAccess.Tests.Hosting;

namespace Klik.ParentAccess.Tests.Processes;

/// <summary>One process of an installation, which can be killed and started again in its place.</summary>
/// <param name="settings">Its settings, as arguments.</param>
internal sealed class PortalInstance(params IEnumerable<string> settings) : IAsyncDisposable
{
    private readonly string[] _settings = [.. settings];
    private readonly List<string> _output = [];
    private PortalProcess? _process;

    /// <summary>Where this process listens.</summary>
    public int Port { get; init; } = FreePort.Next();

    /// <summary>The program's assembly.</summary>
    public string Program { get; init; } = PortalProcess.Portal;

    /// <summary>Everything that it and the processes before it have logged.</summary>
    public IEnumerable<string> Output => _output.Concat(_process?.Output ?? []);

    /// <summary>Whether it has ended by itself.</summary>
    public bool HasEnded => _process?.HasEnded ?? true;

    /// <summary>Starts it, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        _process = new PortalProcess(Program, new Dictionary<string, string>(), [.. _settings, $"--urls=http://127.0.0.1:{Port}"]);
        using var client = new HttpClient();
        for (var i = 0; i < 1500; i++)
        {
            try
            {
                using var response = await client.GetAsync($"http://127.0.0.1:{Port}/healthz", TestContext.Current.CancellationToken);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!_process.HasEnded)
            {
                // Not yet.
            }

            await Task.Delay(40, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"Nothing answers. {string.Join('\n', Output.TakeLast(20))}");
    }

    /// <summary>Ends it as a power cut would: by SIGKILL, without a chance to finish anything.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            await process.DisposeAsync();
            _output.AddRange(process.Output);
            _process = null;
        }
    }

    /// <summary>What it says of its readiness; null when nobody answers.</summary>
    public async Task<HttpStatusCode?> ReadyAsync()
    {
        using var client = new HttpClient();
        try
        {
            using var response = await client.GetAsync($"http://127.0.0.1:{Port}/readyz", TestContext.Current.CancellationToken);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync() => new(KillAsync());
}
