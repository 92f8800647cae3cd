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

    /// <summary>Finds an invitation, expired or not.</summary>
    Task<Invitation?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The invitations to an address that can be accepted now, the oldest first.</summary>
    Task<IReadOnlyList<Invitation>> OpenForAddressAsync(IReadOnlyList<AddressHash> hashes, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes an invitation that can be accepted now, so that it is accepted exactly once (rule P7).</summary>
    /// <returns>True for the one caller who removed it.</returns>
    Task<bool> TryTakeAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes a student's own invitation, expired or not (rule I3).</summary>
    /// <returns>True for the one caller who removed it.</returns>
    Task<bool> TryDeleteAsync(StudentId student, Guid id, CancellationToken cancellationToken);

    /// <summary>Gives a student's own open invitation a later end and marks its mail as queued again.</summary>
    /// <returns>False when the student has no such invitation that can be accepted now.</returns>
    Task<bool> TryExtendAsync(StudentId student, Guid id, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Notes what became of the mail; nothing happens when the invitation is gone.</summary>
    Task SetMailStateAsync(Guid id, InvitationMailState state, CancellationToken cancellationToken);

    /// <summary>Takes address and hash away from invitations that have expired (rule I13).</summary>
    /// <returns>How many.</returns>
    Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes invitations that expired before a moment.</summary>
    /// <returns>How many.</returns>
    Task<int> RemoveExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
