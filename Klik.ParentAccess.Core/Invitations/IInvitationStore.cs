using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Invitations;

/// <summary>The present school's invitations within a unit of work. The database enforces what each method promises.</summary>
public interface IInvitationStore
{
    /// <summary>Adds an invitation.</summary>
    /// <returns>False when the student already has one with any of this address's hashes that can still be accepted; one that has
    /// expired loses its address instead (rule I13).</returns>
    Task<bool> TryAddAsync(Invitation invitation, IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken);

    /// <summary>The invitations to an address that can be accepted now, the oldest first.</summary>
    Task<IReadOnlyList<Invitation>> OpenForAddressAsync(IReadOnlyList<AddressHash> hashes, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes an invitation that can be accepted now, so that it is accepted exactly once (rule P7).</summary>
    /// <returns>True for the one caller who removed it.</returns>
    Task<bool> TryTakeAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes a student's own invitation, expired or not (rule I3).</summary>
    /// <returns>True for the one caller who removed it.</returns>
    Task<bool> TryDeleteAsync(StudentId student, Guid id, CancellationToken cancellationToken);

    /// <summary>Gives an open invitation of the student a new end and queues its mail anew: notes that it is queued, and when.</summary>
    /// <param name="student">Whose invitation it must be.</param>
    /// <param name="id">The invitation.</param>
    /// <param name="now">It must not have expired by then; from now on its mail counts as sent now.</param>
    /// <param name="mailedUntil">Its latest mail must have been queued at this moment or before.</param>
    /// <param name="expiresAt">The new end.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when there is none such; nothing is changed then.</returns>
    Task<bool> TryExtendAsync(
        StudentId student,
        Guid id,
        DateTimeOffset now,
        DateTimeOffset mailedUntil,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken);

    /// <summary>Notes what became of an invitation's mail, unless that mail is no longer in the outbox: it was sent anew meanwhile,
    /// and what becomes of the newer mail counts.</summary>
    Task SetMailStateAsync(Guid id, Guid messageId, InvitationMailState state, CancellationToken cancellationToken);

    /// <summary>Counts one more invitation mail of a student on a day, if that is at most so many.</summary>
    /// <returns>False when the student has had them all; nothing is changed then.</returns>
    Task<bool> TryCountMailAsync(StudentId student, DateOnly day, int most, CancellationToken cancellationToken);

    /// <summary>Forgets the counts of the days before one.</summary>
    Task RemoveMailCountsAsync(DateOnly before, CancellationToken cancellationToken);

    /// <summary>Takes address and hash away from invitations that have expired (rule I13).</summary>
    /// <returns>How many.</returns>
    Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes invitations that expired before a moment.</summary>
    /// <returns>How many.</returns>
    Task<int> RemoveExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
