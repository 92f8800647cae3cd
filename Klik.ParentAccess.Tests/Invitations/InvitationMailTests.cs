using System.Globalization;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Invitations;

/// <summary>How much mail invitations cause, and what is known of it.</summary>
public sealed class InvitationMailTests : IAsyncDisposable
{
    private const int MostADay = 25;
    private const int MostAMailbox = 10;

    private readonly FakeSchool _school = new();

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    [Trait("Rule", "I1")]
    public async Task An_invitation_is_sent_again_after_the_pause_and_not_before()
    {
        var sanne = _school.Students.Add("Sanne");
        await _school.InvitedAsync(sanne, "Jan", "jan@example.nl");
        var id = Assert.Single(_school.State.Invitations.Keys);

        Assert.Equal(ResendInvitationResult.TooSoon, await _school.ResendAsync(sanne, id));
        _school.Clock.Advance(InvitationMailAllowance.Pause);
        Assert.Equal(ResendInvitationResult.Resent, await _school.ResendAsync(sanne, id));
        Assert.Equal(ResendInvitationResult.TooSoon, await _school.ResendAsync(sanne, id));
        Assert.Single(_school.State.Outbox);
    }

    [Fact]
    [Trait("Rule", "I5")]
    public async Task A_student_sends_so_many_mails_in_a_day_and_more_the_next()
    {
        var (sanne, tom) = (_school.Students.Add("Sanne"), _school.Students.Add("Tom"));
        for (var i = 0; i < MostADay; i++)
        {
            // Deleting and inviting again is no way around it.
            await _school.InvitedAsync(sanne, "Jan", "jan@example.nl");
            await _school.DeleteAsync(sanne, Assert.Single(_school.State.Invitations.Keys));
        }

        Assert.IsType<InviteParentResult.TooMany>(await _school.InviteAsync(sanne, "Jan", "jan@example.nl"));
        Assert.Empty(_school.State.Invitations);
        Assert.Empty(_school.State.Outbox);
        Assert.IsType<InviteParentResult.Invited>(await _school.InviteAsync(tom, "Jan", "jan@example.nl"));
        // It is half past eight in the evening at the school.
        _school.Clock.Advance(TimeSpan.FromHours(4));
        Assert.IsType<InviteParentResult.Invited>(await _school.InviteAsync(sanne, "Jan", "jan@example.nl"));
    }

    [Fact]
    [Trait("Rule", "I5")]
    public async Task Sending_again_counts_too()
    {
        var sanne = _school.Students.Add("Sanne");
        for (var i = 0; i < MostADay; i++)
        {
            await _school.InvitedAsync(sanne, "Jan", $"jan{i}@example.nl");
        }

        _school.Clock.Advance(InvitationMailAllowance.Pause);

        Assert.Equal(ResendInvitationResult.TooMany, await _school.ResendAsync(sanne, _school.State.Invitations.Keys.First()));
        Assert.Null(_school.State.Invitations.Values.First().ResentAt);
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task What_was_counted_is_forgotten_after_two_days()
    {
        var sanne = _school.Students.Add("Sanne");
        await _school.InvitedAsync(sanne, "Jan", "jan@example.nl");
        await EraseAsync();
        Assert.Single(_school.State.MailCounts);

        _school.Clock.Advance(TimeSpan.FromDays(2));
        await EraseAsync();

        Assert.Empty(_school.State.MailCounts);

        Task<bool> EraseAsync() => _school.RunAsync(async (EraseExpired erase) =>
        {
            await erase.ExecuteAsync(TestContext.Current.CancellationToken);
            return true;
        });
    }

    [Fact]
    [Trait("Rule", "P6")]
    public async Task One_mailbox_gets_so_many_mails_in_a_day_whoever_invites_and_nobody_is_told()
    {
        var students = Enumerable.Range(0, 3 * MostAMailbox).Select(number => _school.Students.Add($"Leerling {number}")).ToList();
        foreach (var student in students)
        {
            Assert.IsType<InviteParentResult.Invited>(await _school.InviteAsync(student, "Jan", "jan@example.nl"));
        }

        await _school.InvitedAsync(students[0], "Els", "els@example.nl");
        await SendAllAsync();

        Assert.Equal(MostAMailbox, SentTo("jan@example.nl"));
        Assert.Equal(1, SentTo("els@example.nl"));
        Assert.Equal(2 * MostAMailbox, _school.State.Invitations.Values.Count(invitation => invitation.Mail == InvitationMailState.Queued));

        _school.Clock.Advance(TimeSpan.FromDays(1));
        await SendAllAsync();
        Assert.Equal(2 * MostAMailbox, SentTo("jan@example.nl"));

        _school.Clock.Advance(TimeSpan.FromDays(1));
        await SendAllAsync();
        Assert.Equal(3 * MostAMailbox, SentTo("jan@example.nl"));
        Assert.Empty(_school.State.Outbox);
        Assert.All(_school.State.Invitations.Values, invitation => Assert.Equal(InvitationMailState.Sent, invitation.Mail));
    }

    [Theory]
    [Trait("Rule", "P6")]
    [InlineData("jan@example.nl", "JAN+{0}@Example.nl", 0)]
    [InlineData("jandevries@gmail.com", "Jan.de.Vries+{0}@googlemail.com", 0)]
    [InlineData("jandevries@example.nl", "jan.devries+{0}@example.nl", 1)]
    public async Task The_addresses_of_one_mailbox_are_counted_together(string address, string other, int more)
    {
        for (var i = 0; i < MostAMailbox; i++)
        {
            await _school.InvitedAsync(_school.Students.Add($"Leerling {i}"), "Jan", address);
        }

        await SendAllAsync();
        await _school.InvitedAsync(_school.Students.Add("Sanne"), "Jan", string.Format(CultureInfo.InvariantCulture, other, 7));
        await SendAllAsync();

        Assert.Equal(MostAMailbox + more, _school.Mail.Sent.Count);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_mail_that_was_held_is_tried_for_a_day_like_any_other()
    {
        for (var i = 0; i <= MostAMailbox; i++)
        {
            await _school.InvitedAsync(_school.Students.Add($"Leerling {i}"), "Jan", "jan@example.nl");
        }

        await SendAllAsync();
        _school.Clock.Advance(TimeSpan.FromDays(1));
        _school.Mail.Outcome = MailOutcome.TryLater;
        await SendAllAsync();
        Assert.Single(_school.State.Outbox);

        _school.Mail.Outcome = MailOutcome.Sent;
        _school.Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAllAsync();

        Assert.Equal(MostAMailbox + 1, _school.Mail.Sent.Count);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_mail_that_did_not_leave_is_not_counted_for_its_mailbox()
    {
        await _school.InvitedAsync(_school.Students.Add("Sanne"), "Jan", "jan@example.nl");
        _school.Mail.Outcome = MailOutcome.TryLater;
        for (var i = 0; i < 2 * MostAMailbox; i++)
        {
            await SendAllAsync();
            _school.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.InRange(_school.Mail.Attempts, MostAMailbox + 1, int.MaxValue);
        Assert.Empty(_school.Mail.Sent);
        _school.Mail.Outcome = MailOutcome.Sent;
        _school.Clock.Advance(TimeSpan.FromHours(3));
        await SendAllAsync();
        Assert.Single(_school.Mail.Sent);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_mail_sent_again_while_the_older_one_leaves_is_still_on_its_way()
    {
        var sanne = _school.Students.Add("Sanne");
        await _school.InvitedAsync(sanne, "Jan", "jan@example.nl");
        var id = Assert.Single(_school.State.Invitations.Keys);
        _school.Clock.Advance(InvitationMailAllowance.Pause);
        _school.Mail.Outcome = MailOutcome.Refused;
        _school.Mail.Meanwhile = async _ => await _school.ResendAsync(sanne, id);

        await _school.SendMailAsync();

        Assert.Equal(InvitationMailState.Queued, _school.State.Invitations[id].Mail);
        Assert.Single(_school.State.Outbox);
    }

    [Fact]
    [Trait("Rule", "I10")]
    public async Task An_account_made_by_an_older_invitation_has_the_name_of_the_latest_one_sent()
    {
        var (sanne, tom) = (_school.Students.Add("Sanne"), _school.Students.Add("Tom"));
        var older = await _school.InvitedAsync(sanne, "Jan", "jan@example.nl");
        _school.Clock.Advance(TimeSpan.FromHours(1));
        var newer = await _school.InvitedAsync(tom, "Jan de Vries", "jan@example.nl");
        var jan = Identities.Claiming(null);

        var first = Assert.IsType<SignInParentResult.SignedIn>(await _school.AcceptAsync(jan, older));
        Assert.Equal("Jan de Vries", _school.State.Accounts[first.Account.Id].Account.UserName);
        await _school.AcceptAsync(jan, newer);

        Assert.Equal("Jan de Vries", Assert.Single(_school.State.Accounts.Values).Account.UserName);
    }

    private int SentTo(string address) => _school.Mail.Sent.Count(mail => mail.To.Value == address);

    private async Task SendAllAsync()
    {
        while (await _school.SendMailAsync() > 0)
        {
        }
    }
}
