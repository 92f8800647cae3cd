namespace Klik.ParentAccess.Core.Outbox;

/// <summary>The present school's queued messages within a unit of work.</summary>
public interface IOutboxStore
{
    /// <summary>Queues a message.</summary>
    Task AddAsync(OutboxMessage message, CancellationToken cancellationToken);

    /// <summary>Takes messages that are due for this caller alone, until <paramref name="leaseUntil"/>; counts an attempt.</summary>
    Task<IReadOnlyList<OutboxMessage>> ClaimAsync(DateTimeOffset now, DateTimeOffset leaseUntil, int most, CancellationToken cancellationToken);

    /// <summary>Puts a claimed message off.</summary>
    Task RetryAsync(Guid id, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken);

    /// <summary>Puts a claimed message off that was not tried: its age and its attempts count anew from the moment that it is due.</summary>
    Task HoldAsync(Guid id, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken);

    /// <summary>Removes a message that is sent, given up or without object.</summary>
    Task RemoveAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Removes what is queued about an invitation.</summary>
    Task RemoveOfInvitationAsync(Guid invitationId, CancellationToken cancellationToken);

    /// <summary>Removes what is queued about links (rule I4).</summary>
    Task RemoveOfLinksAsync(IReadOnlyCollection<Guid> linkIds, CancellationToken cancellationToken);
}
