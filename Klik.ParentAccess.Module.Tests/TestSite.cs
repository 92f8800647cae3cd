using Microsoft.AspNetCore.TestHost;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Module.Tests;

/// <summary>An Orchard site in this process, with two tenants that have the module's feature on, in a folder of its own.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    /// <summary>The tenants' names.</summary>
    public static readonly IReadOnlyList<string> Tenants = ["Default", "North"];

    private const string Recipe = """
        {
          "name": "Tests", "displayName": "Tests", "version": "1.0.0", "issetuprecipe": true, "categories": [ "default" ],
          "steps": [
            { "name": "feature", "enable": [ "OrchardCore.HomeRoute", "OrchardCore.Admin", "OrchardCore.Themes", "OrchardCore.Tenants", "TheAdmin", "TheTheme", "Klik.ParentAccess", "Klik.ParentAccess.StudentRecords", "Klik.ParentAccess.Letters" ] },
            { "name": "themes", "admin": "TheAdmin", "site": "TheTheme" }
          ]
        }
        """;

    private readonly WebApplication _application;
    private readonly TemporaryFolder _folder;

    private TestSite(WebApplication application, TemporaryFolder folder)
    {
        _application = application;
        _folder = folder;
    }

    /// <summary>Sets a site up.</summary>
    /// <param name="provider">What Orchard calls the database: <c>Sqlite</c> or <c>Postgres</c>.</param>
    /// <param name="connectionString">The database; none for SQLite, which has a file a tenant.</param>
    public static async Task<TestSite> CreateAsync(string provider, string? connectionString)
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("Recipes"));
        await File.WriteAllTextAsync(folder.File("Recipes/tests.recipe.json"), Recipe);

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(TestSite).Assembly.GetName().Name,
            ContentRootPath = folder.Path,
            EnvironmentName = Environments.Production,
        });
        builder.Configuration.AddInMemoryCollection(Settings(provider, connectionString));
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseTestServer();
        builder.Services.AddOrchardCms().AddSetupFeatures("OrchardCore.AutoSetup");
        var application = builder.Build();
        application.UseOrchardCore();
        await application.StartAsync();

        var site = new TestSite(application, folder);
        using var client = application.GetTestClient();
        await client.GetAsync(new Uri("/", UriKind.Relative));
        await client.GetAsync(new Uri("/north/", UriKind.Relative));
        return site;
    }

    /// <summary>Begins a scope in a tenant.</summary>
    public ShellScope BeginScope(string tenant)
    {
        // A tenant that is set up is there already: nothing is waited for.
        var scope = _application.Services.GetRequiredService<IShellHost>().GetScopeAsync(tenant).GetAwaiter().GetResult();
        Assert.True(scope.ShellContext.Settings.IsRunning(), $"The tenant {tenant} is not set up.");
        return scope;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _folder.Dispose();
    }

    private static Dictionary<string, string?> Settings(string provider, string? connectionString)
    {
        var settings = new Dictionary<string, string?>();
        foreach (var (tenant, number) in Tenants.Select((tenant, number) => (tenant, number)))
        {
            var section = $"OrchardCore:OrchardCore_AutoSetup:Tenants:{number}";
            settings[$"{section}:ShellName"] = tenant;
            settings[$"{section}:SiteName"] = tenant;
            settings[$"{section}:SiteTimeZone"] = "Europe/Amsterdam";
            settings[$"{section}:AdminUsername"] = "admin";
            settings[$"{section}:AdminEmail"] = "admin@school.example";
            settings[$"{section}:AdminPassword"] = "Test-Passw0rd!";
            settings[$"{section}:DatabaseProvider"] = provider;
            settings[$"{section}:DatabaseConnectionString"] = connectionString ?? "";
            settings[$"{section}:RecipeName"] = "Tests";
            if (number > 0)
            {
                settings[$"{section}:RequestUrlPrefix"] = "north";
                settings[$"{section}:DatabaseTablePrefix"] = connectionString is null ? "" : "North";
            }
        }

        settings["OrchardCore:OrchardCore_AutoSetup:AutoSetupPath"] = "";
        return settings;
    }
}
