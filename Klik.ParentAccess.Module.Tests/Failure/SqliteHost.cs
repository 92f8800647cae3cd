using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Mail;
using OrchardCore.Modules;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>A host with one school on a SQLite file that something happens to. Its mail leaves by itself.</summary>
public class SqliteHost : ClockedHost
{
    internal FakeSmtpServer Mail { get; } = new();

    /// <summary>The file.</summary>
    public string File => Path.Combine(FolderOf("Default"), "OrchardCore.db");

    // Not to files: what happens to the database is not to happen to the mail.
    protected override IReadOnlyDictionary<string, string?> More => Mail.Settings();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration["OrchardCore:ParentAccess:InvitationMailsPerDay"] = "1000";
        base.Configure(builder);
        // Tasks are due every minute at the earliest; as soon as that they are noticed.
        builder.Services.Configure<BackgroundServiceOptions>(options => options.PollingTime = options.MinimumIdleTime = TimeSpan.FromSeconds(1));
    }
}
