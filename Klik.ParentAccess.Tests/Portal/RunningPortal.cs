using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Tests.SignIn;
using Klik.Portal.Hosting;
using Klik.Portal.Schools;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>
/// The whole portal on a loopback port, with a database of its own, signing in at a provider that issues whatever a test says.
/// Nothing in it is replaced: tests speak HTTP.
/// </summary>
public sealed class RunningPortal : ITestPortal, IAsyncLifetime
{
    private readonly Storage.TemporaryFolder _own = new();
    private int _schools;
    private WebApplication? _app;
    private LyingIdentityProvider? _provider;

    /// <summary>More settings than the usual; to be set before the portal starts.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>Whether people sign in at the portal's own development provider, with its pages, and not at <see cref="Provider"/>.</summary>
    public bool HasDevelopmentProvider { get; init; }

    /// <summary>Another portal whose database, keys and provider this one uses, as a second process would.</summary>
    public RunningPortal? Beside { get; init; }

    /// <summary>What else is to be changed before the portal is built.</summary>
    internal Action<WebApplicationBuilder> Configure { get; init; } = _ => { };

    public LyingIdentityProvider Provider => Beside?.Provider ?? _provider ?? throw new InvalidOperationException("Not started.");

    /// <summary>Where the portal listens, without a slash at the end.</summary>
    public string Address => App.Urls.First();

    public IServiceProvider Services => App.Services;

    /// <summary>The folder with the database, the keys and whatever else the portal writes.</summary>
    public string Folder => Beside?.Folder ?? _own.Path;

    internal CapturedLog Log { get; } = new();

    private WebApplication App => _app ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        _provider = HasDevelopmentProvider || Beside is not null ? null : await LyingIdentityProvider.StartAsync();
        _app = await PortalApplication.BuildAsync(
            [
                "--environment=Development", $"--contentRoot={Folder}", "--applicationName=Klik.Portal", "--urls=http://127.0.0.1:0",
                "--Development:DemoSchool=false",
                $"--ParentAccess:Administrators:0={TestSchool.Administrator}",
                .. (HasDevelopmentProvider ? new Dictionary<string, string?>() : Provider.Settings).Concat(Settings).Select(setting => $"--{setting.Key}={setting.Value}"),
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Logging.SetMinimumLevel(LogLevel.Trace);
                builder.Logging.AddProvider(Log);
                Configure(builder);
            });
        await _app.StartAsync();
    }

    /// <summary>Makes a school without students.</summary>
    public async Task<TestSchool> NewSchoolAsync()
    {
        var id = SchoolId.Parse($"school-{Interlocked.Increment(ref _schools)}");
        await Services.GetRequiredService<EfSchools>().CreateAsync(new School(id, $"School {id}") { Language = "en" }, TestContext.Current.CancellationToken);
        return new TestSchool(this, id);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }

        _own.Dispose();
    }
}
