using System.Net;
using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Development.IdentityProvider;
using Klik.ParentAccess.Development.Mailbox;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.SignIn;
using Klik.ParentAccess.Tests.Storage;
using Klik.Portal.Development.Demo;
using Klik.Portal.Hosting;
using Klik.Portal.Mail;
using Klik.Portal.Schools;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.Hosting;

/// <summary>The portal outside Development: nothing of a developer's machine is in it.</summary>
public sealed class ProductionTests(RunningPortal development) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly CapturedLog _log = new();
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private WebApplication? _app;

    private WebApplication App => _app ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        _app = await PortalApplication.BuildAsync(ProductionSettings.Arguments(_folder.Path), builder =>
        {
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(_log);
        });
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.First());

        // As a proxy on the same machine does.
        _client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await App.DisposeAsync();
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Rule", "P1")]
    public async Task No_path_of_Development_answers()
    {
        var production = Paths(App.Services).ToHashSet();
        var onlyInDevelopment = Paths(development.Services).Where(path => !production.Contains(path)).ToList();

        // The comparison finds them, so that it is known to look.
        Assert.Contains(onlyInDevelopment, path => path.StartsWith("/dev/mail", StringComparison.Ordinal));
        Assert.Contains(onlyInDevelopment, path => path.StartsWith("/dev/identity/", StringComparison.Ordinal));
        Assert.DoesNotContain(production, path => path.Contains("dev", StringComparison.OrdinalIgnoreCase));
        foreach (var path in onlyInDevelopment.Append("/demo").Append("/demo/sign-in"))
        {
            Assert.Equal(HttpStatusCode.NotFound, await GetAsync(path.Replace("{id}", "1", StringComparison.Ordinal)));
            Assert.Contains(await PostAsync(path), new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
        }
    }

    [Fact]
    [Trait("Rule", "P1")]
    public async Task No_service_of_Development_is_there()
    {
        Assert.Null(App.Services.GetService<DemoSchool>());
        Assert.Null(App.Services.GetService<Mailbox>());
        Assert.Null(App.Services.GetService<IDevelopmentPersonas>());
        Assert.Null(App.Services.GetService<DevelopmentSigningKey>());
        Assert.IsType<SmtpMailTransport>(App.Services.GetRequiredService<IMailTransport>());
        Assert.Empty(await App.Services.GetRequiredService<EfSchools>().ListAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/nowhere/sign-in")]
    [InlineData("/nowhere/profile/parents")]
    [InlineData("/nowhere/invitation")]
    [InlineData("/nowhere/admin/users")]
    [InlineData("/profile/parents")]
    [InlineData("/admin/users")]
    [InlineData("/parents")]
    [InlineData("/Not A School/sign-in")]
    [InlineData("/..%2f..%2fetc/passwd")]
    [InlineData("/App_Data/parent-access.db")]
    [InlineData("/App_Data/keys/school-keys.json")]
    [InlineData("/appsettings.json")]
    [InlineData("/.well-known/openid-configuration")]
    public async Task What_is_not_there_is_answered_with_404(string path) => Assert.Equal(HttpStatusCode.NotFound, await GetAsync(path));

    [Fact]
    public async Task It_is_alive_and_ready_until_its_database_is_gone()
    {
        var before = (await GetAsync("/healthz"), await GetAsync("/readyz"));

        Directory.Move(_folder.File("App_Data"), _folder.File("Elsewhere"));
        var after = (await GetAsync("/healthz"), await GetAsync("/readyz"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), before);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), after);
    }

    [Fact]
    public async Task Who_comes_over_http_through_a_proxy_is_sent_to_the_public_address()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/linde/sign-in?from=%2Fx");
        request.Headers.Add("X-Forwarded-Proto", "http");
        request.Headers.Host = "evil.example";
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _client.BaseAddress };

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal("https://ouders.example.nl/linde/sign-in?from=%2Fx", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_proxy_that_does_not_speak_of_https_is_told_of_once()
    {
        using var client = new HttpClient { BaseAddress = _client.BaseAddress };

        using var first = await client.GetAsync("/", TestContext.Current.CancellationToken);
        using var second = await client.GetAsync("/", TestContext.Current.CancellationToken);
        using var health = await client.GetAsync("/readyz", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK), (first.StatusCode, second.StatusCode, health.StatusCode));
        Assert.Contains("https://ouders.example.nl/", await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(_log.Lines, line => line.Id.Id == 3002 && line.Text.Contains("X-Forwarded-Proto", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Paths(IServiceProvider services) =>
        services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')).Distinct();

    private async Task<HttpStatusCode> GetAsync(string path)
    {
        using var response = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> PostAsync(string path)
    {
        using var form = new FormUrlEncodedContent([]);
        using var response = await _client.PostAsync(path.Replace("{id}", "1", StringComparison.Ordinal), form, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
