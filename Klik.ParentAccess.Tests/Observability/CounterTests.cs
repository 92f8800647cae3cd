using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Klik.ParentAccess.Core.Observability;
using Klik.ParentAccess.Tests.Mail;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Observability;

/// <summary>What is counted while people use the portal.</summary>
public sealed class CounterTests : IAsyncLifetime
{
    private readonly FakeSmtpServer _server = new();
    private readonly AdjustableClock _clock = new();
    private readonly ConcurrentDictionary<string, long> _counts = new();
    private readonly MeterListener _listener = new();
    private readonly RunningPortal _portal;

    public CounterTests() => _portal = new RunningPortal
    {
        Settings = { ["Mail:Host"] = _server.Host, ["Mail:Port"] = $"{_server.Port}", ["Mail:From"] = "ouders@school.example" },
        Configure = builder => builder.Services.AddSingleton<TimeProvider>(_clock),
    };

    public async ValueTask InitializeAsync()
    {
        await _portal.InitializeAsync();

        // Portals of other tests in this process count on meters of their own.
        var own = _portal.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ParentAccessMetrics.Name && ReferenceEquals(instrument.Meter.Scope, own))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var name = instrument.Name;
            foreach (var tag in tags)
            {
                name += $" {tag.Key}={tag.Value}";
            }

            _counts.AddOrUpdate(name, value, (_, sum) => sum + value);
        });
        _listener.Start();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task Invitations_sign_ins_and_consents_are_counted_without_saying_whose()
    {
        var school = await _portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        using var stranger = school.NewVisitor();
        stranger.Plan = Persona.Gmail("vreemd@gmail.com");

        using var parent = await InvitationPathTests.InvitedParentAsync(student, "jan@gmail.com");
        using var elsewhere = school.NewVisitor();
        elsewhere.Plan = Persona.Gmail("jan@gmail.com");
        await elsewhere.SignInAsParentAsync();
        await student.InvitesAsync("Piet", "piet@example.nl");
        await stranger.SignInAsParentAsync();
        await InvitationPathTests.WithdrawAsync(student);

        Assert.Equal(2, Count("parent_access.invitations.sent"));
        Assert.Equal(1, Count("parent_access.invitations.accepted"));
        Assert.Equal(1, Count("parent_access.consents.withdrawn"));
        Assert.Equal(2, Count("parent_access.sign_ins outcome=allowed"));
        Assert.Equal(1, Count("parent_access.sign_ins outcome=refused"));
        Assert.All(_counts.Keys, name => Assert.Matches(@"^parent_access\.[a-z_.]+( outcome=(allowed|refused|sent|delayed|failed))?$", name));
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task Mail_is_counted_by_what_became_of_it()
    {
        var school = await _portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());

        _server.Answers[SmtpStep.Recipient] = "451 later";
        await student.InvitesAsync("Jan", "jan@example.nl");
        await UntilAsync("parent_access.mail outcome=delayed");
        _server.Answers.Clear();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync("parent_access.mail outcome=sent");
        _server.Answers[SmtpStep.Recipient] = "550 5.1.1 unknown";
        await student.InvitesAsync("Piet", "piet@example.nl");
        await UntilAsync("parent_access.mail outcome=failed");

        Assert.Equal(1, Count("parent_access.mail outcome=delayed"));
        Assert.Equal(1, Count("parent_access.mail outcome=sent"));
        Assert.Equal(1, Count("parent_access.mail outcome=failed"));
    }

    private long Count(string name) => _counts.GetValueOrDefault(name);

    private Task UntilAsync(string name) => Eventually.HoldsAsync(() => Count(name) > 0);
}
