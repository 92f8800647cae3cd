using Klik.ParentAccess.Core.Outbox;

namespace Klik.ParentAccess.Tests.Conformance;

public abstract class OutboxStoreConformance(IStoreHost host) : StoreConformance(host)
{
    private static readonly DateTimeOffset Lease = Now.AddMinutes(5);

    [Fact, Trait("Rule", "P7")]
    public async Task A_message_is_claimed_as_it_was_queued_and_the_attempt_counted()
    {
        var message = NewMessage(invitationId: NewId());
        await QueueAsync(message);

        Assert.Equal([message with { NextAttemptAt = Lease, Attempts = 1 }], await ClaimAsync(Now));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_hundred_senders_get_each_message_once()
    {
        var messages = Enumerable.Range(0, 60).Select(_ => NewMessage()).ToArray();
        await QueueAsync(messages);

        var claimed = await HundredAtOnceAsync((_, work) => work.Outbox.ClaimAsync(Now, Lease, 7, Cancel));
        var left = await ClaimAsync(Now);

        var all = claimed.SelectMany(batch => batch).Concat(left).Select(message => message.Id).ToList();
        Assert.Equal(messages.Select(message => message.Id).Order(), all.Order());
        Assert.All(claimed, batch => Assert.InRange(batch.Count, 0, 7));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task Messages_leave_when_they_are_due_the_longest_waiting_first()
    {
        var second = NewMessage(Now);
        var first = NewMessage(Now.AddMinutes(-1));
        await QueueAsync(second, first, NewMessage(Now.AddTicks(1)));

        var claimed = await ClaimAsync(Now);

        Assert.Equal([first.Id, second.Id], claimed.Select(message => message.Id));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_message_whose_sender_died_is_claimed_again_after_the_lease()
    {
        await QueueAsync(NewMessage());
        await ClaimAsync(Now);

        Assert.Empty(await ClaimAsync(Lease.AddTicks(-1)));
        Assert.Equal(2, Assert.Single(await ClaimAsync(Lease)).Attempts);
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_claim_that_is_given_up_claims_nothing()
    {
        await QueueAsync(NewMessage());

        await GiveUpAsync(async work => Assert.Single(await work.Outbox.ClaimAsync(Now, Lease, 10, Cancel)));

        Assert.Equal(1, Assert.Single(await ClaimAsync(Now)).Attempts);
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_message_is_put_off_and_removed()
    {
        var message = NewMessage();
        await QueueAsync(message);
        await ClaimAsync(Now);

        await CommitAsync(work => work.Outbox.RetryAsync(message.Id, Now.AddHours(1), Cancel));
        Assert.Empty(await ClaimAsync(Now.AddMinutes(59)));
        Assert.Single(await ClaimAsync(Now.AddHours(1)));
        await CommitAsync(work => work.Outbox.RemoveAsync(message.Id, Cancel));

        Assert.Empty(await ClaimAsync(Now.AddYears(1)));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_message_that_is_held_is_as_if_queued_when_it_is_due()
    {
        var (held, other) = (NewMessage(invitationId: NewId()), NewMessage());
        await QueueAsync(held, other);
        await ClaimAsync(Now);

        await CommitAsync(work => work.Outbox.HoldAsync(held.Id, Now.AddHours(5), Cancel));

        Assert.Equal([other.Id], (await ClaimAsync(Now.AddHours(5).AddTicks(-1))).Select(message => message.Id));
        var due = Now.AddHours(5);
        Assert.Equal([held with { CreatedAt = due, NextAttemptAt = due.AddMinutes(5), Attempts = 1 }], await ClaimAsync(due));
    }

    [Fact, Trait("Rule", "I4")]
    public async Task What_is_queued_about_withdrawn_links_and_deleted_invitations_goes()
    {
        var (invitation, other, firstLink, secondLink, otherLink) = (NewId(), NewId(), NewId(), NewId(), NewId());
        var stays = NewMessage(invitationId: other);
        var staysToo = NewMessage(linkId: otherLink);
        await QueueAsync(NewMessage(invitationId: invitation), stays, NewMessage(linkId: firstLink), NewMessage(linkId: secondLink), staysToo);

        await CommitAsync(async work =>
        {
            await work.Outbox.RemoveOfInvitationAsync(invitation, Cancel);
            await work.Outbox.RemoveOfLinksAsync([firstLink, secondLink], Cancel);
            await work.Outbox.RemoveOfLinksAsync([], Cancel);
        });

        Assert.Equal(new[] { stays.Id, staysToo.Id }.Order(), (await ClaimAsync(Now)).Select(message => message.Id).Order());
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_message_of_a_unit_of_work_that_is_given_up_never_leaves()
    {
        await GiveUpAsync(work => work.Outbox.AddAsync(NewMessage(), Cancel));

        Assert.Empty(await ClaimAsync(Now));
    }

    private Task QueueAsync(params OutboxMessage[] messages) => CommitAsync(async work =>
    {
        foreach (var message in messages)
        {
            await work.Outbox.AddAsync(message, Cancel);
        }
    });

    private Task<IReadOnlyList<OutboxMessage>> ClaimAsync(DateTimeOffset now) =>
        CommitAsync(work => work.Outbox.ClaimAsync(now, now == Now ? Lease : now.AddMinutes(5), 100, Cancel));
}
