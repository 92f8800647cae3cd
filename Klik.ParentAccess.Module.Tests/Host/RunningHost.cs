using System.Net;
using System.Net.Sockets;
using Klik.Host;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Module.Tests.Letters;
using Klik.ParentAccess.Tests.SignIn;
using Klik.ParentAccess.Tests.Storage;
using Microsoft.AspNetCore.Identity;
using MimeKit;
using OrchardCore.Environment.Shell;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>
/// The whole Orchard host on a loopback port, set up by its own recipes: schools with parent access at <c>/</c> and <c>/south</c>,
/// one without at <c>/north</c>, and others that are set up when a test asks for them. Parents sign in at a provider that issues whatever a test says. Tests speak HTTP.
/// </summary>
public class RunningHost : IAsyncLifetime
{
    /// <summary>The password of everybody who has one.</summary>
    public const string Password = "Test-1234";

    /// <summary>The user name of both schools' administrators.</summary>
    public const string Administrator = "beheer";

    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _settingUp = new(1);
    private WebApplication? _app;
    private LyingIdentityProvider? _provider;
    private int _students;

    public LyingIdentityProvider Provider => _provider ?? throw new InvalidOperationException("Not started.");

    /// <summary>The folder with all that the host writes.</summary>
    public string Folder => _folder.Path;

    /// <summary>Where the host listens, without a slash at the end.</summary>
    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    internal CapturedLog Log { get; } = new();

    private WebApplication App => _app ?? throw new InvalidOperationException("Not started.");

    public virtual async ValueTask InitializeAsync()
    {
        _provider = await LyingIdentityProvider.StartAsync();
        Directory.CreateDirectory(_folder.File("Recipes"));
        foreach (var recipe in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Recipes"), "*.recipe.json"))
        {
            File.Copy(recipe, _folder.File($"Recipes/{Path.GetFileName(recipe)}"));
        }

        await StartAsync();
        foreach (var prefix in FirstSchools)
        {
            await SetUpAsync(prefix);
        }
    }

    /// <summary>What a process of its own needs to be this host, at the same address; one of the two at a time.</summary>
    protected IEnumerable<string> Arguments() =>
        ["--environment=Development", $"--contentRoot={_folder.Path}", .. Settings().Select(setting => $"--{setting.Key}={setting.Value}")];

    /// <summary>Starts, where everything is in place.</summary>
    protected async Task StartAsync()
    {
        _app = HostApplication.Build(
            ["--environment=Development", $"--contentRoot={_folder.Path}", "--applicationName=Klik.Host", $"--urls={Address}"],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(Settings());
                TestPrograms.AddTo(builder.Services);
                Configure(builder);
                builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Information);
            });
        await _app.StartAsync();
    }

    /// <summary>Stops; what it has written stays.</summary>
    protected async Task StopAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }
    }

    /// <summary>Adds a student, who can sign in with <see cref="Password"/>, and gives the user name.</summary>
    public async Task<string> AddStudentAsync(string tenant = "Default")
    {
        var name = $"student{Interlocked.Increment(ref _students)}";
        await AddStudentAsync(tenant, name);
        return name;
    }

    /// <summary>Adds a student with a user name.</summary>
    public Task AddStudentAsync(string tenant, string userName) => InTenantAsync(tenant, async services =>
    {
        var user = new User { UserName = userName, Email = $"{userName}@school.example", EmailConfirmed = true, RoleNames = ["Student"] };
        var result = await services.GetRequiredService<UserManager<IUser>>().CreateAsync(user, Password);
        Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(error => error.Code)));
    });

    /// <summary>Sends what is due, and gives the link of the invitation that an address got.</summary>
    public async Task<string> InvitationLinkAsync(string address, string tenant = "Default")
    {
        // More than a mail or two may be due, and others may be sending them.
        for (var attempt = 0; ; attempt++)
        {
            await InTenantAsync(tenant, services => services.GetRequiredService<SendOutbox>().ExecuteAsync(TestContext.Current.CancellationToken));
            var folder = Directory.CreateDirectory(Path.Combine(FolderOf(tenant), "Emails"));
            if (folder.GetFiles("*.eml").Select(file => MimeMessage.Load(file.FullName)).LastOrDefault(mail => mail.To.Mailboxes.Any(to => to.Address == address)) is { } mail)
            {
                return mail.TextBody!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).First(word => word.Contains("/invitation#", StringComparison.Ordinal));
            }

            Assert.True(attempt < 100, $"No mail went to {address}.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Where a tenant's files are.</summary>
    public string FolderOf(string tenant) => _folder.File($"App_Data/Sites/{tenant}");

    /// <summary>Runs work in a scope of a tenant.</summary>
    public async Task InTenantAsync(string tenant, Func<IServiceProvider, Task> work)
    {
        var scope = await App.Services.GetRequiredService<IShellHost>().GetScopeAsync(tenant);
        await scope.UsingAsync(inner => work(inner.ServiceProvider));
    }

    public virtual async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Sets a tenant up, if it is not yet there: the first request does.</summary>
    public async Task SetUpAsync(string prefix)
    {
        // One at a time: a set-up that finds another under way is turned away.
        await _settingUp.WaitAsync();
        try
        {
            using var client = new HttpClient();
            using var answer = await client.GetAsync(new Uri(Address + prefix + "/"));
            Assert.True(answer.IsSuccessStatusCode, $"{prefix}/ answers {answer.StatusCode}. {string.Join('\n', Log.Lines.Where(line => line.Text.Contains("xception", StringComparison.Ordinal)).Select(line => line.Text))}");
        }
        finally
        {
            _settingUp.Release();
        }
    }

    /// <summary>The prefixes of the schools that are set up at the start.</summary>
    protected virtual IReadOnlyList<string> FirstSchools => ["", "/north", "/south"];

    /// <summary>What the database of all schools is: Orchard's name of its kind, and where it is.</summary>
    protected virtual (string Provider, string ConnectionString) Database => ("Sqlite", "");

    /// <summary>Settings beside those of every host here.</summary>
    protected virtual IReadOnlyDictionary<string, string?> More => new Dictionary<string, string?>();

    /// <summary>Changes the host before it is built.</summary>
    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    private Dictionary<string, string?> Settings()
    {
        var settings = Provider.Settings
            .Where(setting => setting.Key.StartsWith("ParentAccess:Providers:", StringComparison.Ordinal))
            .ToDictionary(setting => $"OrchardCore:{setting.Key}", setting => setting.Value);
        settings["OrchardCore:ParentAccess:PublicUrl"] = Address;
        settings["OrchardCore:OrchardCore_Email_Smtp:DefaultSender"] = "school@school.example";
        settings["OrchardCore:OrchardCore_Email_Smtp:DeliveryMethod"] = "SpecifiedPickupDirectory";
        settings["OrchardCore:OrchardCore_Email_Smtp:PickupDirectoryLocation"] = "/";
        settings["OrchardCore:OrchardCore_AutoSetup:AutoSetupPath"] = "";
        foreach (var (name, value) in More)
        {
            settings[name] = value;
        }

        Tenant(0, "Default", "Klik", "");
        Tenant(1, "North", "KlikSite", "north");
        Tenant(2, EverythingOn.Tenant, "Klik", EverythingOn.Prefix[1..]);
        Tenant(3, FeatureSwitchTests.Tenant, "Klik", FeatureSwitchTests.Prefix[1..]);
        Tenant(4, "South", "Klik", "south");
        Tenant(5, DemoSchool.Tenant, "KlikDemo", DemoSchool.Prefix[1..]);
        Tenant(6, AutomatedSchool.Tenant, "Klik", AutomatedSchool.Prefix[1..]);
        Tenant(7, DutchSchool.Tenant, "Klik", DutchSchool.Prefix[1..]);
        Tenant(8, ImportingSchool.First.Tenant, "Klik", ImportingSchool.First.Prefix[1..]);
        Tenant(9, ImportingSchool.Second.Tenant, "Klik", ImportingSchool.Second.Prefix[1..]);
        Tenant(10, LetterSchools.Tenant, "Klik", LetterSchools.Prefix[1..]);
        return settings;

        void Tenant(int number, string name, string recipe, string prefix)
        {
            var section = $"OrchardCore:OrchardCore_AutoSetup:Tenants:{number}";
            settings[$"{section}:ShellName"] = name;
            settings[$"{section}:SiteName"] = $"School {name}";
            settings[$"{section}:SiteTimeZone"] = "Europe/Amsterdam";
            settings[$"{section}:AdminUsername"] = Administrator;
            settings[$"{section}:AdminEmail"] = "beheer@school.example";
            settings[$"{section}:AdminPassword"] = Password;
            settings[$"{section}:DatabaseProvider"] = Database.Provider;
            settings[$"{section}:DatabaseConnectionString"] = Database.ConnectionString;
            settings[$"{section}:DatabaseTablePrefix"] = Database.ConnectionString.Length > 0 ? name : "";
            settings[$"{section}:RecipeName"] = recipe;
            settings[$"{section}:RequestUrlPrefix"] = prefix;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
