using Klik.Host;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Mail;
using Klik.ParentAccess.Tests.Processes;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>A host with one school that goes on as a process of its own, which can be killed, and comes back into the test to be looked at.</summary>
public class KillableHost : RunningHost
{
    private PortalInstance? _process;

    internal FakeSmtpServer Mail { get; } = new();

    /// <summary>What the processes have said.</summary>
    public IEnumerable<string> Output => _process?.Output ?? [];

    protected override IReadOnlyList<string> FirstSchools => [""];

    protected override IReadOnlyDictionary<string, string?> More => new Dictionary<string, string?>(Mail.Settings())
    {
        ["OrchardCore:ParentAccess:InvitationMailsPerDay"] = "1000",
        ["OrchardCore:OrchardCore_BackgroundService:PollingTime"] = "00:00:01",
        ["OrchardCore:OrchardCore_BackgroundService:MinimumIdleTime"] = "00:00:01",
    };

    /// <summary>Goes on as a process of its own.</summary>
    public async Task LeaveAsync()
    {
        await StopAsync();
        _process = new PortalInstance(Arguments()) { Program = typeof(HostApplication).Assembly.Location, Port = new Uri(Address).Port };
        await _process.StartAsync();
    }

    /// <summary>Kills the process (SIGKILL) and starts it again.</summary>
    public async Task KillAsync()
    {
        await _process!.KillAsync();
        await _process.StartAsync();
    }

    /// <summary>Kills the process for good and comes back into the test.</summary>
    public async Task ReturnAsync()
    {
        await _process!.KillAsync();
        await StartAsync();
        // The first request loads the school.
        await SetUpAsync("");
    }

    public override async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        await base.DisposeAsync();
        await Mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
