using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Invitations;

/// <summary>
/// An invitation as it is stored. Accepting and deleting remove it; expiring takes its address away (rule I13). Its secret is
/// derived (<see cref="InvitationToken"/>) and stored nowhere.
/// </summary>
/// <param name="Id">The identifier.</param>
/// <param name="StudentId">Who invites.</param>
/// <param name="Name">The parent's name as the student typed it.</param>
/// <param name="Address">The address that the mail goes to; null once expired.</param>
/// <param name="AddressHash">What the address is matched by; null once expired. Unique per student.</param>
/// <param name="CreatedAt">When the student made it.</param>
/// <param name="ExpiresAt">From then on it can no longer be accepted.</param>
/// <param name="Mail">What became of the mail.</param>
public sealed record Invitation(
    Guid Id,
    StudentId StudentId,
    ProtectedText Name,
    ProtectedText? Address,
    AddressHash? AddressHash,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    InvitationMailState Mail)
{
    /// <summary>When the student last had the mail sent again; null when it was sent once.</summary>
    public DateTimeOffset? ResentAt { get; init; }
}
