using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Processes;
using Klik.ParentAccess.Tests.SignIn;
using MimeKit;
using OrchardCore.Modules;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>A host with one school, on a PostgreSQL server of its own that can be stopped and started. Its mail leaves by itself.</summary>
public sealed class StoppableHost : RunningHost
{
    private PrivatePostgres? _server;

    public AdjustableClock Clock { get; } = new();

    internal PrivatePostgres Server => _server ?? throw new InvalidOperationException("Not started.");

    protected override (string Provider, string ConnectionString) Database => ("Postgres", $"{Server.ConnectionString};Database=postgres");

    protected override IReadOnlyList<string> FirstSchools => [""];

    public override async ValueTask InitializeAsync()
    {
        if (PostgresPrograms.Folder is not null)
        {
            _server = await PrivatePostgres.StartNewAsync();
            await base.InitializeAsync();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>The addresses that mail went to, one a mail.</summary>
    public IReadOnlyList<string> Mailed() =>
    [
        .. Directory.CreateDirectory(Path.Combine(FolderOf("Default"), "Emails")).GetFiles("*.eml")
            .SelectMany(file => MimeMessage.Load(file.FullName).To.Mailboxes)
            .Select(mailbox => mailbox.Address),
    ];

    protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration["OrchardCore:ParentAccess:InvitationMailsPerDay"] = "1000";
        builder.Services.AddSingleton<TimeProvider>(Clock);
        // Tasks are due every minute at the earliest; as soon as that they are noticed.
        builder.Services.Configure<BackgroundServiceOptions>(options => options.PollingTime = options.MinimumIdleTime = TimeSpan.FromSeconds(1));
    }
}
