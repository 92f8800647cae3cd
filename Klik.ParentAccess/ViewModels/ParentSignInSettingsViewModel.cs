using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Klik.ParentAccess.ViewModels;

/// <summary>The form with the providers. Not sealed: Orchard derives a shape from it. A secret never comes back to the browser.</summary>
public class ParentSignInSettingsViewModel
{
    /// <summary>The client at Google.</summary>
    public string? GoogleClientId { get; set; }

    /// <summary>Its secret, or nothing to keep the one that is there.</summary>
    public string? GoogleClientSecret { get; set; }

    /// <summary>The client at Microsoft.</summary>
    public string? MicrosoftClientId { get; set; }

    /// <summary>Its secret, or nothing to keep the one that is there.</summary>
    public string? MicrosoftClientSecret { get; set; }

    /// <summary>Whether there is a secret for Google.</summary>
    [BindNever]
    public bool HasGoogleSecret { get; set; }

    /// <summary>Whether there is a secret for Microsoft.</summary>
    [BindNever]
    public bool HasMicrosoftSecret { get; set; }
}
