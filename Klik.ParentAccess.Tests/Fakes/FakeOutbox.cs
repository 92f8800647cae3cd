using Klik.ParentAccess.Core.Outbox;

namespace Klik.ParentAccess.Tests.Fakes;

internal sealed class FakeOutbox(FakeUnitOfWork work) : IOutboxStore
{
    public Task AddAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        Put(message);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<OutboxMessage>> ClaimAsync(DateTimeOffset now, DateTimeOffset leaseUntil, int most, CancellationToken cancellationToken)
    {
        var claimed = work.State.Outbox.Values
            .Where(message => message.NextAttemptAt <= now)
            .Take(most)
            .Select(message => message with { NextAttemptAt = leaseUntil, Attempts = message.Attempts + 1 })
            .ToList();
        claimed.ForEach(Put);
        return Task.FromResult<IReadOnlyList<OutboxMessage>>(claimed);
    }

    public Task RetryAsync(Guid id, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken)
    {
        if (work.State.Outbox.TryGetValue(id, out var message))
        {
            Put(message with { NextAttemptAt = nextAttemptAt });
        }

        return Task.CompletedTask;
    }

    public Task HoldAsync(Guid id, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken)
    {
        if (work.State.Outbox.TryGetValue(id, out var message))
        {
            Put(message with { CreatedAt = nextAttemptAt, NextAttemptAt = nextAttemptAt, Attempts = 0 });
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync(Guid id, CancellationToken cancellationToken) => RemoveAsync(message => message.Id == id);

    public Task RemoveOfInvitationAsync(Guid invitationId, CancellationToken cancellationToken) => RemoveAsync(message => message.InvitationId == invitationId);

    public Task RemoveOfLinksAsync(IReadOnlyCollection<Guid> linkIds, CancellationToken cancellationToken) =>
        RemoveAsync(message => message.LinkId is { } link && linkIds.Contains(link));

    private void Put(OutboxMessage message) => work.State = work.State with { Outbox = work.State.Outbox.SetItem(message.Id, message) };

    private Task RemoveAsync(Func<OutboxMessage, bool> isIt)
    {
        work.State = work.State with { Outbox = work.State.Outbox.RemoveRange(work.State.Outbox.Values.Where(isIt).Select(message => message.Id)) };
        return Task.CompletedTask;
    }
}
