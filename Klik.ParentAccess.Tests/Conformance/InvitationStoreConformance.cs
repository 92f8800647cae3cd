using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Tests.Conformance;

public abstract class InvitationStoreConformance(IStoreHost host) : StoreConformance(host)
{
    [Fact, Trait("Rule", "I1")]
    public async Task An_invitation_is_found_as_it_was_added()
    {
        var invitation = NewInvitation(Emma, "jan@example.nl");

        Assert.True(await AddAsync(invitation));

        Assert.Equal(invitation, await FindAsync(invitation));
        Assert.Equal([invitation], await LookAsync(store => store.InvitationsOfStudentAsync(Emma, Cancel)));
    }

    [Fact, Trait("Rule", "I5")]
    public async Task A_student_invites_any_number_of_parents_and_sees_them_the_oldest_first()
    {
        var invitations = Enumerable.Range(0, 50).Select(number => NewInvitation(Emma, $"p{number}@example.nl", Now.AddSeconds(-number))).ToList();

        foreach (var invitation in invitations)
        {
            Assert.True(await AddAsync(invitation));
        }

        invitations.Reverse();
        Assert.Equal(invitations, await LookAsync(store => store.InvitationsOfStudentAsync(Emma, Cancel)));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task One_of_a_hundred_callers_adds_an_invitation_to_an_address()
    {
        var added = await HundredAtOnceAsync((_, work) => work.Invitations.TryAddAsync(NewInvitation(Emma, "jan@example.nl"), [Hash("jan@example.nl")], Cancel));

        Assert.Single(added, won => won);
        Assert.Single(await LookAsync(store => store.InvitationsOfStudentAsync(Emma, Cancel)));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_refused_invitation_does_not_spoil_the_rest_of_the_transaction()
    {
        await AddAsync(NewInvitation(Emma, "jan@example.nl"));
        var other = NewInvitation(Emma, "els@example.nl");

        await CommitAsync(async work =>
        {
            Assert.False(await work.Invitations.TryAddAsync(NewInvitation(Emma, "jan@example.nl"), [Hash("jan@example.nl")], Cancel));
            Assert.True(await work.Invitations.TryAddAsync(other, [other.AddressHash!], Cancel));
        });

        Assert.Equal(other, await FindAsync(other));
    }

    [Fact, Trait("Rule", "I6")]
    public async Task Two_students_invite_the_same_address()
    {
        Assert.True(await AddAsync(NewInvitation(Emma, "jan@example.nl")));
        Assert.True(await AddAsync(NewInvitation(Daan, "jan@example.nl")));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task An_address_known_by_an_older_key_is_known()
    {
        var old = NewInvitation(Emma, "jan@example.nl");
        await AddAsync(old);
        var invitation = NewInvitation(Emma, "jan@example.nl") with { AddressHash = new AddressHash("2.newer") };

        var added = await CommitAsync(work => work.Invitations.TryAddAsync(invitation, [invitation.AddressHash!, old.AddressHash!], Cancel));

        Assert.False(added);
    }

    [Fact, Trait("Rule", "I12")]
    public async Task An_expired_invitation_stands_in_nobodys_way()
    {
        var expired = NewInvitation(Emma, "jan@example.nl", Now.AddDays(-14), Now);
        await AddAsync(expired);

        Assert.True(await AddAsync(NewInvitation(Emma, "jan@example.nl")));

        Assert.Equal(expired with { Address = null, AddressHash = null }, await FindAsync(expired));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task One_of_a_hundred_callers_takes_an_invitation()
    {
        var invitation = NewInvitation(Emma, "jan@example.nl");
        await AddAsync(invitation);

        var taken = await HundredAtOnceAsync((_, work) => work.Invitations.TryTakeAsync(invitation.Id, Now, Cancel));

        Assert.Single(taken, won => won);
        Assert.Null(await FindAsync(invitation));
    }

    [Fact, Trait("Rule", "I3")]
    public async Task An_invitation_is_either_accepted_or_deleted()
    {
        var invitation = NewInvitation(Emma, "jan@example.nl");
        await AddAsync(invitation);

        var won = await HundredAtOnceAsync((caller, work) => caller % 2 == 0
            ? work.Invitations.TryTakeAsync(invitation.Id, Now, Cancel)
            : work.Invitations.TryDeleteAsync(Emma, invitation.Id, Cancel));

        Assert.Single(won, one => one);
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_taken_invitation_is_back_when_the_rest_is_given_up()
    {
        var invitation = NewInvitation(Emma, "jan@example.nl");
        await AddAsync(invitation);

        await GiveUpAsync(async work => Assert.True(await work.Invitations.TryTakeAsync(invitation.Id, Now, Cancel)));

        Assert.Equal(invitation, await FindAsync(invitation));
    }

    [Theory, Trait("Rule", "I3")]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task An_invitation_is_taken_before_it_expires_and_not_after(int ticks, bool expected)
    {
        var invitation = NewInvitation(Emma, "jan@example.nl");
        await AddAsync(invitation);

        var taken = await CommitAsync(work => work.Invitations.TryTakeAsync(invitation.Id, invitation.ExpiresAt.AddTicks(ticks), Cancel));

        Assert.Equal(expected, taken);
    }

    [Fact, Trait("Rule", "I3")]
    public async Task A_student_deletes_own_invitations_only_expired_ones_too()
    {
        var own = NewInvitation(Emma, "jan@example.nl");
        var expired = NewInvitation(Emma, "els@example.nl", expiresAt: Now.AddYears(-1));
        await AddAsync(own);
        await AddAsync(expired);

        Assert.False(await CommitAsync(work => work.Invitations.TryDeleteAsync(Daan, own.Id, Cancel)));
        Assert.True(await CommitAsync(work => work.Invitations.TryDeleteAsync(Emma, own.Id, Cancel)));
        Assert.False(await CommitAsync(work => work.Invitations.TryDeleteAsync(Emma, own.Id, Cancel)));
        Assert.True(await CommitAsync(work => work.Invitations.TryDeleteAsync(Emma, expired.Id, Cancel)));
    }

    [Fact, Trait("Rule", "I1")]
    public async Task A_student_extends_own_open_invitations_only()
    {
        var own = NewInvitation(Emma, "jan@example.nl") with { Mail = InvitationMailState.Sent };
        await AddAsync(own);
        var later = Now.AddDays(20);

        Assert.False(await ExtendAsync(own, Daan, Now));
        Assert.False(await ExtendAsync(own, Emma, own.ExpiresAt));
        Assert.Equal(own, await FindAsync(own));
        Assert.True(await ExtendAsync(own, Emma, Now));
        Assert.Equal(own with { ExpiresAt = later, ResentAt = Now, Mail = InvitationMailState.Queued }, await FindAsync(own));

        Task<bool> ExtendAsync(Invitation invitation, Core.Students.StudentId student, DateTimeOffset now) =>
            CommitAsync(work => work.Invitations.TryExtendAsync(student, invitation.Id, now, now, later, Cancel));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task One_of_a_hundred_callers_sends_an_invitation_again_and_the_next_after_the_pause()
    {
        var invitation = NewInvitation(Emma, "jan@example.nl");
        await AddAsync(invitation);
        var (soon, later) = (Now.AddMinutes(10), Now.AddMinutes(20));

        var won = await HundredAtOnceAsync((_, work) => work.Invitations.TryExtendAsync(Emma, invitation.Id, soon, Now, Now.AddDays(20), Cancel));

        Assert.Single(won, one => one);
        Assert.False(await ExtendAsync(soon.AddTicks(-1)));
        Assert.True(await ExtendAsync(soon));

        Task<bool> ExtendAsync(DateTimeOffset mailedUntil) =>
            CommitAsync(work => work.Invitations.TryExtendAsync(Emma, invitation.Id, later, mailedUntil, Now.AddDays(21), Cancel));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task Of_a_hundred_callers_as_many_send_mail_as_a_student_may_in_a_day()
    {
        var day = DateOnly.FromDateTime(Now.UtcDateTime);

        var sent = await HundredAtOnceAsync((_, work) => work.Invitations.TryCountMailAsync(Emma, day, 7, Cancel));

        Assert.Equal(7, sent.Count(counted => counted));
        Assert.True(await CountAsync(Daan, day));
        Assert.True(await CountAsync(Emma, day.AddDays(1)));
        await CommitAsync(work => work.Invitations.RemoveMailCountsAsync(day, Cancel));
        Assert.False(await CountAsync(Emma, day));
        await CommitAsync(work => work.Invitations.RemoveMailCountsAsync(day.AddDays(1), Cancel));
        Assert.True(await CountAsync(Emma, day));

        Task<bool> CountAsync(Core.Students.StudentId student, DateOnly on) =>
            CommitAsync(work => work.Invitations.TryCountMailAsync(student, on, 7, Cancel));
    }

    [Theory, Trait("Rule", "I1")]
    [InlineData(InvitationMailState.Sent)]
    [InlineData(InvitationMailState.Undeliverable)]
    public async Task What_became_of_the_mail_is_noted(InvitationMailState state)
    {
        var invitation = NewInvitation(Emma, "jan@example.nl");
        await AddAsync(invitation);

        var message = NewMessage(invitationId: invitation.Id);
        await CommitAsync(work => work.Outbox.AddAsync(message, Cancel));

        await CommitAsync(work => work.Invitations.SetMailStateAsync(invitation.Id, NewId(), state, Cancel));
        Assert.Equal(invitation, await FindAsync(invitation));
        await CommitAsync(work => work.Invitations.SetMailStateAsync(invitation.Id, message.Id, state, Cancel));

        Assert.Equal(invitation with { Mail = state }, await FindAsync(invitation));
    }

    [Fact, Trait("Rule", "I8")]
    public async Task The_open_invitations_to_an_address_are_found_by_any_of_its_hashes_the_oldest_first()
    {
        var newer = NewInvitation(Emma, "jan@example.nl");
        var older = NewInvitation(Daan, "jan@old.key", Now.AddDays(-1));
        await AddAsync(newer);
        await AddAsync(older);
        await AddAsync(NewInvitation(Daan, "jan@example.nl", expiresAt: Now));
        await AddAsync(NewInvitation(Emma, "els@example.nl"));

        var open = await CommitAsync(work => work.Invitations.OpenForAddressAsync([Hash("jan@example.nl"), Hash("jan@old.key")], Now, Cancel));

        Assert.Equal([older, newer], open);
    }

    [Fact, Trait("Rule", "I13")]
    public async Task Expiring_takes_the_address_away_and_later_everything()
    {
        var expired = NewInvitation(Emma, "jan@example.nl", expiresAt: Now);
        var open = NewInvitation(Emma, "els@example.nl", expiresAt: Now.AddTicks(1));
        await AddAsync(expired);
        await AddAsync(open);

        Assert.Equal(1, await CommitAsync(work => work.Invitations.ExpireAsync(Now, Cancel)));
        Assert.Equal(0, await CommitAsync(work => work.Invitations.ExpireAsync(Now, Cancel)));
        Assert.Equal(expired with { Address = null, AddressHash = null }, await FindAsync(expired));
        Assert.Equal(open, await FindAsync(open));

        Assert.Equal(0, await CommitAsync(work => work.Invitations.RemoveExpiredAsync(Now, Cancel)));
        Assert.Equal(1, await CommitAsync(work => work.Invitations.RemoveExpiredAsync(Now.AddTicks(1), Cancel)));
        Assert.Null(await FindAsync(expired));
        Assert.Equal(open, await FindAsync(open));
    }
}
