using System.Net;
using Klik.ParentAccess.Tests.Hosting;
using Klik.ParentAccess.Tests.SignIn;
using Klik.ParentAccess.Tests.Storage;
using Klik.Portal.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.Hardening;

/// <summary>How people reach a portal outside Development: over https, for a year, and under its own name alone.</summary>
public sealed class TransportTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly CapturedLog _log = new();
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private WebApplication? _app;

    public ValueTask InitializeAsync() => StartAsync([]);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app!.DisposeAsync();
        _log.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("GET", "/nowhere")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/problem")]
    [InlineData("GET", "/_content/Klik.ParentAccess.Web/parent-access.css?v=1")]
    [InlineData("DELETE", "/")]
    public async Task Every_answer_over_https_asks_for_https_for_a_year_with_what_is_below(string method, string path)
    {
        using var answer = await AskAsync(method, path, "ouders.example.nl");

        Assert.Equal("max-age=31536000; includeSubDomains", answer.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Empty(await HeaderCheck.ProblemsAsync(answer, path, isStrict: true));
    }

    [Fact]
    public async Task Under_another_name_nothing_is_shown_and_it_is_told_of_once()
    {
        using var answer = await AskAsync("GET", "/", "evil.example");
        using var again = await AskAsync("GET", "/linde/sign-in", "ouders.example.nl.evil.example");
        using var health = await AskAsync("GET", "/readyz", "10.0.0.1");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK), (answer.StatusCode, again.StatusCode, health.StatusCode));
        Assert.DoesNotContain("evil", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(_log.Lines, line => line.Id.Id == 3004);
    }

    [Fact]
    public async Task What_is_below_can_be_left_out()
    {
        await _app!.DisposeAsync();
        await StartAsync([("ParentAccess:HstsSubdomains", "false")]);

        using var answer = await AskAsync("GET", "/", "ouders.example.nl");

        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
    }

    private async Task<HttpResponseMessage> AskAsync(string method, string path, string host)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_app!.Urls.First() + path));
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Host = host;
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async ValueTask StartAsync((string Name, string? Value)[] settings)
    {
        _app = await PortalApplication.BuildAsync(ProductionSettings.Arguments(_folder.Path, settings), builder =>
        {
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(_log);
        });
        await _app.StartAsync();
    }
}
