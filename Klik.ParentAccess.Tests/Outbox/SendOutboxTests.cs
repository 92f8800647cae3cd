using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Outbox;

public sealed class SendOutboxTests : IAsyncDisposable
{
    private readonly FakeSchool _school = new();
    private readonly StudentId _sanne;

    public SendOutboxTests() => _sanne = _school.Students.Add("Sanne");

    [Fact]
    [Trait("Rule", "P2")]
    public async Task The_mail_has_the_link_with_the_secret_after_the_hash()
    {
        var token = await _school.InvitedAsync(_sanne, "Jan", "jan@example.nl");

        await _school.SendMailAsync();

        Assert.Equal($"https://school.example/demo/invitation#{token}", Assert.Single(_school.Mail.Sent).Content.Text);
        Assert.Equal(InvitationMailState.Sent, await StateAsync());
        Assert.Empty(_school.State.Outbox);
        Assert.Equal(0, await _school.SendMailAsync());
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_mail_that_is_not_taken_is_tried_again_later()
    {
        await _school.InvitedAsync(_sanne, "Jan", "jan@example.nl");
        _school.Mail.Outcome = MailOutcome.TryLater;
        await _school.SendMailAsync();
        Assert.Equal(InvitationMailState.Queued, await StateAsync());

        Assert.Equal(0, await _school.SendMailAsync());
        _school.Mail.Outcome = MailOutcome.Sent;
        _school.Clock.Advance(TimeSpan.FromMinutes(1));
        await _school.SendMailAsync();

        Assert.Equal(2, _school.Mail.Attempts);
        Assert.Equal(InvitationMailState.Sent, await StateAsync());
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_mail_that_left_while_the_store_was_away_does_not_leave_again()
    {
        await _school.InvitedAsync(_sanne, "Jan", "jan@example.nl");
        _school.Mail.Meanwhile = _ =>
        {
            _school.Store.TimesAway = 2;
            return Task.CompletedTask;
        };

        await _school.SendMailAsync();
        _school.Clock.Advance(TimeSpan.FromHours(1));
        await _school.SendMailAsync();

        Assert.Single(_school.Mail.Sent);
        Assert.Equal(InvitationMailState.Sent, await StateAsync());
        Assert.Empty(_school.State.Outbox);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_mail_that_is_not_taken_for_a_day_could_not_be_delivered()
    {
        await _school.InvitedAsync(_sanne, "Jan", "jan@example.nl");
        _school.Mail.Outcome = MailOutcome.TryLater;

        for (var minutes = 0; minutes < 26 * 60; minutes += 10)
        {
            await _school.SendMailAsync();
            _school.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(InvitationMailState.Undeliverable, await StateAsync());
        Assert.Empty(_school.State.Outbox);
        Assert.InRange(_school.Mail.Attempts, 8, 20);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_mail_that_is_refused_could_not_be_delivered_and_can_be_sent_again()
    {
        await _school.InvitedAsync(_sanne, "Jan", "jan@example.nl");
        _school.Mail.Outcome = MailOutcome.Refused;
        await _school.SendMailAsync();
        Assert.Equal(InvitationMailState.Undeliverable, await StateAsync());

        _school.Mail.Outcome = MailOutcome.Sent;
        _school.Clock.Advance(InvitationMailAllowance.Pause);
        await _school.ResendAsync(_sanne, Assert.Single(_school.State.Invitations.Keys));
        Assert.Equal(InvitationMailState.Queued, await StateAsync());
        await _school.SendMailAsync();

        Assert.Equal(InvitationMailState.Sent, await StateAsync());
    }

    [Fact]
    [Trait("Rule", "I3")]
    public async Task What_is_deleted_before_it_leaves_is_not_sent()
    {
        await _school.InvitedAsync(_sanne, "Mia", "mia@example.nl");
        var first = Assert.Single(_school.State.Invitations.Keys);
        _school.Clock.Advance(TimeSpan.FromSeconds(1));
        await _school.InvitedAsync(_sanne, "Jan", "jan@example.nl");
        var second = Assert.Single(_school.State.Invitations.Keys, id => id != first);
        // Both are claimed; while the first is handed over, the second is deleted.
        _school.Mail.Meanwhile = async _ => await _school.DeleteAsync(_sanne, second);

        await _school.SendMailAsync();

        Assert.Equal("mia@example.nl", Assert.Single(_school.Mail.Sent).To.Value);
    }

    [Fact]
    [Trait("Rule", "I4")]
    public async Task What_is_withdrawn_before_it_leaves_is_not_sent()
    {
        await _school.AcceptAsync(Identities.Claiming(null), await _school.InvitedAsync(_sanne, "Jan", "jan@example.nl"));
        _school.Clock.Advance(TimeSpan.FromSeconds(1));
        await _school.AcceptAsync(Identities.Claiming(null, "mia"), await _school.InvitedAsync(_sanne, "Mia", "mia@example.nl"));
        var ofMia = Assert.Single((await _school.ParentsOfAsync(_sanne)).Parents, parent => parent.Name == "Mia");
        _school.Mail.Meanwhile = async _ => await _school.WithdrawAsync(_sanne, ofMia.LinkId);

        await _school.SendMailAsync();

        Assert.Equal("jan@example.nl", Assert.Single(_school.Mail.Sent).To.Value);
        Assert.Empty(_school.State.Outbox);
    }

    [Fact]
    [Trait("Rule", "I3")]
    public async Task What_has_expired_before_it_leaves_is_not_sent()
    {
        await _school.InvitedAsync(_sanne, "Jan", "jan@example.nl");
        Assert.NotEmpty(_school.State.Outbox);
        _school.Clock.Advance(TimeSpan.FromDays(15));

        await _school.SendMailAsync();

        Assert.Empty(_school.Mail.Sent);
        Assert.Empty(_school.State.Outbox);
    }

    [Fact]
    [Trait("Rule", "I2")]
    public async Task The_owner_of_the_mailbox_hears_that_the_link_was_used()
    {
        var token = await _school.InvitedAsync(_sanne, "Jan", "jan@example.nl");
        await _school.SendMailAsync();

        await _school.AcceptAsync(Identities.Claiming("someone-else@example.nl"), token);
        await _school.SendMailAsync();

        var mail = _school.Mail.Sent[^1];
        Assert.Equal(("jan@example.nl", "Jan sees Sanne", "https://school.example/demo/sign-in"), (mail.To.Value, mail.Content.Subject, mail.Content.Text));
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_mail_that_breaks_does_not_hold_up_those_behind_it()
    {
        await _school.InvitedAsync(_sanne, "Mia", "mia@example.nl");
        _school.Clock.Advance(TimeSpan.FromSeconds(1));
        await _school.InvitedAsync(_sanne, "Jan", "jan@example.nl");
        _school.Mail.Meanwhile = mail => mail.To.Value.StartsWith("mia", StringComparison.Ordinal) ? throw new InvalidOperationException() : Task.CompletedTask;

        await _school.SendMailAsync();

        Assert.Equal("jan@example.nl", Assert.Single(_school.Mail.Sent).To.Value);
        Assert.Single(_school.State.Outbox);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_slow_mail_server_does_not_make_a_mail_leave_twice()
    {
        for (var i = 0; i < 20; i++)
        {
            await _school.InvitedAsync(_sanne, "Jan", $"jan{i}@example.nl");
            _school.Clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        // Each takes a minute, in which another sender comes by.
        var another = false;
        _school.Mail.Meanwhile = async _ =>
        {
            _school.Clock.Advance(TimeSpan.FromMinutes(1));
            if (!another)
            {
                another = true;
                await _school.SendMailAsync();
                another = false;
            }
        };
        for (var i = 0; i < 20; i++)
        {
            await _school.SendMailAsync();
            _school.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(20, _school.Mail.Sent.Select(mail => mail.To).Distinct().Count());
        Assert.Equal(20, _school.Mail.Sent.Count);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_host_that_stops_after_the_mail_has_left_does_not_send_it_again()
    {
        await _school.InvitedAsync(_sanne, "Jan", "jan@example.nl");
        using var stopping = new CancellationTokenSource();
        _school.Mail.Meanwhile = _ => stopping.CancelAsync();

        await _school.RunAsync((Core.Outbox.SendOutbox send) => send.ExecuteAsync(stopping.Token));

        Assert.Single(_school.Mail.Sent);
        Assert.Empty(_school.State.Outbox);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private async Task<InvitationMailState> StateAsync() => Assert.Single((await _school.ParentsOfAsync(_sanne)).Invitations).Mail;
}
