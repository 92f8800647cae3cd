using Klik.ParentAccess.Tests.Mail;
using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Tests.Processes;

/// <summary>Two processes on one PostgreSQL database and one key folder, started at the same moment, and a mail server.</summary>
public sealed class TwoProcesses : IAsyncLifetime
{
    private PostgresDatabase? _database;
    private PortalInstallation? _installation;

    internal FakeSmtpServer Mail { get; } = new();

    internal PortalInstallation Installation
    {
        get
        {
            PostgresDatabase.SkipUnlessThere();
            return _installation!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        if (_database is not null)
        {
            _installation = await PortalInstallation.StartAsync(
                new Dictionary<string, string?>(StorageServices.SettingsOf(_database))
                {
                    ["Mail:Host"] = Mail.Host,
                    ["Mail:Port"] = $"{Mail.Port}",
                    ["Mail:From"] = "ouders@school.example",
                },
                processes: 2);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_installation is not null)
        {
            await _installation.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        await Mail.DisposeAsync();
    }
}
