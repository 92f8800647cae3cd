using OrchardCore.ContentManagement;

namespace Klik.ParentAccess.Models;

/// <summary>
/// An invitation, as a content part (rule O3). Its content item is neither published nor the latest version, has no content type
/// definition and is saved past the content manager, so that no list, search index, GraphQL query, deployment plan, export, audit
/// trail or workflow ever meets it. Moments are UTC ticks: exact, and compared alike by every database.
/// </summary>
public sealed class InvitationPart : ContentPart
{
    /// <summary>The name of the part's content items.</summary>
    public const string ContentType = "ParentInvitation";

    /// <summary>The invitation's id.</summary>
    public Guid InvitationId { get; set; }

    /// <summary>Who invites.</summary>
    public string StudentId { get; set; } = "";

    /// <summary>Encrypted.</summary>
    public string Name { get; set; } = "";

    /// <summary>Encrypted; null once expired (rule I13).</summary>
    public string? Address { get; set; }

    /// <summary>Null once expired (rule I13).</summary>
    public string? AddressHash { get; set; }

    /// <summary>When the student made it.</summary>
    public long CreatedAtTicks { get; set; }

    /// <summary>From then on it can no longer be accepted.</summary>
    public long ExpiresAtTicks { get; set; }

    /// <summary>When the mail was last sent again; null when it was sent once.</summary>
    public long? ResentAtTicks { get; set; }

    /// <summary>What became of the mail, a number of <see cref="Core.Invitations.InvitationMailState"/>.</summary>
    public int Mail { get; set; }
}
