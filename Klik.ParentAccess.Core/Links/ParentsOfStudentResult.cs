using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.StudentRecords;

namespace Klik.ParentAccess.Core.Links;

/// <summary>The parents whom a student invited and those who have access.</summary>
/// <param name="Invitations">Not accepted, the oldest first.</param>
/// <param name="Parents">With access, the oldest first.</param>
public sealed record ParentsOfStudentResult(
    IReadOnlyList<ParentsOfStudentResult.SentInvitation> Invitations,
    IReadOnlyList<ParentsOfStudentResult.Parent> Parents)
{
    /// <summary>An invitation that is not accepted.</summary>
    /// <param name="Id">The invitation.</param>
    /// <param name="Name">The name as typed.</param>
    /// <param name="Address">The address as typed; null once expired.</param>
    /// <param name="CreatedAt">When it was made.</param>
    /// <param name="ExpiresAt">From then on it cannot be accepted.</param>
    /// <param name="IsExpired">Whether that moment has passed.</param>
    /// <param name="Mail">What became of the mail.</param>
    public sealed record SentInvitation(
        Guid Id,
        string Name,
        string? Address,
        DateTimeOffset CreatedAt,
        DateTimeOffset ExpiresAt,
        bool IsExpired,
        InvitationMailState Mail);

    /// <summary>A parent with access.</summary>
    /// <param name="LinkId">The link, to withdraw it.</param>
    /// <param name="Name">The name in the invitation or registration.</param>
    /// <param name="Origin">Through what.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="LastViews">When the parent last looked at each part; parts never looked at are absent.</param>
    public sealed record Parent(
        Guid LinkId,
        string Name,
        LinkOrigin Origin,
        DateTimeOffset Since,
        IReadOnlyDictionary<StudentPart, DateTimeOffset> LastViews);
}
