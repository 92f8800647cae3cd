namespace Klik.ParentAccess.Models;

/// <summary>What the school's administrator chooses; kept among the site settings.</summary>
public sealed class ParentAccessSettings
{
    /// <summary>The language of mail and of people who chose none: a two-letter code (rule P8).</summary>
    public string Language { get; set; } = "nl";

    /// <summary>The role that the site's students have; its users are the students.</summary>
    public string StudentRole { get; set; } = Roles.Student;

    /// <summary>The accent colour as <c>#rrggbb</c>, or null for the product's own.</summary>
    public string? AccentColor { get; set; }

    /// <summary>Whether parents see the conversations (rule I15).</summary>
    public bool ShowsConversations { get; set; } = true;

    /// <summary>Whether parents can have an account at the school itself (rules L4, L5).</summary>
    public bool AllowsOwnAccounts { get; set; }

    /// <summary>Days until an invitation that is not accepted expires, 1 to 90; null for what the host is set to.</summary>
    public int? InvitationLifetimeDays { get; set; }
}
