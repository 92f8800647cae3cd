using YesSql.Indexes;

namespace Klik.ParentAccess.Indexes;

/// <summary>What invitations are found by.</summary>
public sealed class InvitationPartIndex : MapIndex, IDocumentIndex
{
    /// <summary>The content item's document.</summary>
    public long DocumentId { get; set; }

    /// <summary>The invitation's id, unique.</summary>
    public string InvitationId { get; set; } = "";

    /// <summary>Who invites.</summary>
    public string StudentId { get; set; } = "";

    /// <summary>What the address is matched by; null once expired.</summary>
    public string? AddressHash { get; set; }

    /// <summary>Student and address hash in one, unique (rule P7); null once expired.</summary>
    public string? AddressOfStudent { get; set; }

    /// <summary>When it was made, in UTC ticks.</summary>
    public long CreatedAtTicks { get; set; }

    /// <summary>When it expires, in UTC ticks.</summary>
    public long ExpiresAtTicks { get; set; }
}
