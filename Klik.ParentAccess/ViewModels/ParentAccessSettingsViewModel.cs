using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Klik.ParentAccess.ViewModels;

/// <summary>The form with the settings of parent access. Not sealed: Orchard derives a shape from it.</summary>
public class ParentAccessSettingsViewModel
{
    /// <summary>The tag of the school's language.</summary>
    public string? Language { get; set; }

    /// <summary>The role of the site's students.</summary>
    public string? StudentRole { get; set; }

    /// <summary>The school's colour, or nothing for the product's own.</summary>
    public string? AccentColor { get; set; }

    /// <summary>Whether parents see the conversations (rule I15).</summary>
    public bool ShowsConversations { get; set; }

    /// <summary>Whether parents can have an account at the school itself (rules L4, L5).</summary>
    public bool AllowsOwnAccounts { get; set; }

    /// <summary>Days until an invitation expires, or nothing for what the host is set to.</summary>
    public int? InvitationLifetimeDays { get; set; }

    /// <summary>The languages to choose from.</summary>
    [BindNever]
    public IEnumerable<SelectListItem> Languages { get; set; } = [];

    /// <summary>The roles to choose from.</summary>
    [BindNever]
    public IEnumerable<SelectListItem> StudentRoles { get; set; } = [];

    /// <summary>What is in force where <see cref="InvitationLifetimeDays"/> is left empty.</summary>
    [BindNever]
    public int DefaultInvitationLifetimeDays { get; set; }
}
