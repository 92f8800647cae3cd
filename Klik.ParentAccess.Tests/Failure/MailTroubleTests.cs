using System.Net.Mail;
using Klik.ParentAccess.Tests.Mail;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.SignIn;
using Klik.Portal.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Failure;

/// <summary>The whole portal with a mail server that hangs, is away or breaks off: no mail is lost, and the others go on (rule P7).</summary>
public sealed class MailTroubleTests : IAsyncLifetime
{
    private readonly AdjustableClock _clock = new();
    private readonly RunningPortal _portal;
    private FakeSmtpServer _server = new();

    public MailTroubleTests()
    {
        var settings = new MailSettings(_server.Host, _server.Port, null, null, new MailAddress("ouders@school.example")) { Timeout = TimeSpan.FromSeconds(1) };
        _portal = new RunningPortal
        {
            Settings = { ["Mail:Host"] = settings.Host, ["Mail:From"] = settings.From.Address },
            Configure = builder => builder.Services.AddSingleton<TimeProvider>(_clock).AddSingleton(settings),
        };
    }

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_mail_that_hangs_holds_up_no_other_and_leaves_when_it_can()
    {
        _server.HangsFor = "traag@example.nl";

        using var student = await InvitingAsync("traag@example.nl", "jan@example.nl", "piet@example.nl");
        await Eventually.HoldsAsync(() => _server.Mails.Count == 2 && Logged(1002) == 1);
        _server.HangsFor = null;
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.HoldsAsync(() => Logged(1001) == 3);
        await SettleAsync();

        Assert.Equal(["jan", "piet", "traag"], Recipients().Order());
        Assert.Contains(_portal.Log.Lines, line => line.Id.Id == 2001 && line.Text.Contains("timeout", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task While_the_server_is_away_mail_waits_longer_each_time_and_leaves_once_when_it_is_back()
    {
        var port = _server.Port;
        await _server.DisposeAsync();

        using var student = await InvitingAsync("jan@example.nl", "piet@example.nl");
        await Eventually.HoldsAsync(() => Logged(1002) == 2);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.HoldsAsync(() => Logged(1002) == 4);
        _server = new FakeSmtpServer(port: port);
        // The second wait is twice as long as the first.
        _clock.Advance(TimeSpan.FromSeconds(100));
        await SettleAsync();
        var early = _server.Mails.Count;
        _clock.Advance(TimeSpan.FromSeconds(30));
        await Eventually.HoldsAsync(() => Logged(1001) == 2);
        await SettleAsync();

        Assert.Equal(0, early);
        Assert.Equal(["jan", "piet"], Recipients().Order());
    }

    [Theory]
    [InlineData(SmtpStep.Recipient)]
    [InlineData(SmtpStep.Data)]
    [InlineData(SmtpStep.Content)]
    [Trait("Rule", "P7")]
    public async Task A_server_that_breaks_off_gets_the_mail_again_and_takes_it_once(SmtpStep step)
    {
        _server.DropsAt = step;

        using var student = await InvitingAsync("jan@example.nl");
        await Eventually.HoldsAsync(() => Logged(1002) == 1);
        _server.DropsAt = null;
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.HoldsAsync(() => Logged(1001) == 1);
        _clock.Advance(TimeSpan.FromHours(8));
        await SettleAsync();

        Assert.Equal(["jan"], Recipients());
    }

    /// <summary>Nobody can tell from outside whether a server kept a mail to which it never said yes (RFC 1047).</summary>
    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_server_that_keeps_a_mail_and_does_not_say_so_gets_it_again_under_the_same_id()
    {
        (_server.DropsAt, _server.KeepsAnyway) = (SmtpStep.Content, true);

        using var student = await InvitingAsync("jan@example.nl");
        await Eventually.HoldsAsync(() => Logged(1002) == 1);
        _server.DropsAt = null;
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.HoldsAsync(() => Logged(1001) == 1);
        _clock.Advance(TimeSpan.FromHours(8));
        await SettleAsync();

        Assert.Equal(2, _server.Mails.Count);
        Assert.Single(_server.Mails.Select(mail => mail.Whole["Message-ID"]).Distinct());
    }

    private async Task<Visitor> InvitingAsync(params IEnumerable<string> addresses)
    {
        var school = await _portal.NewSchoolAsync();
        var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        var profile = await student.OpenAsync("/profile/parents");
        foreach (var address in addresses)
        {
            using var answer = await student.PressAsync(profile, "/profile/parents", ("name", "Jan"), ("email", address));
        }

        return student;
    }

    private IEnumerable<string> Recipients() => _server.Mails.Select(mail => mail.To.Split('<')[1].Split('@')[0]);

    private int Logged(int id) => _portal.Log.Lines.Count(line => line.Id.Id == id && line.Category.StartsWith("Klik.", StringComparison.Ordinal));

    /// <summary>Two turns of the outbox.</summary>
    private static Task SettleAsync() => Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
}
