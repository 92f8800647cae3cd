using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Klik.ParentAccess.ViewModels;

/// <summary>The part of the form for one provider. A secret never comes back to the browser.</summary>
public sealed class ParentSignInProviderViewModel
{
    /// <summary>The client as registered at the provider.</summary>
    public string? ClientId { get; set; }

    /// <summary>Its secret, or nothing to keep the one that is there.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The path of the redirect address, or nothing for the usual one.</summary>
    public string? CallbackPath { get; set; }

    /// <summary>The usual path.</summary>
    [BindNever]
    public string DefaultCallbackPath { get; set; } = "";

    /// <summary>Whether there is a secret.</summary>
    [BindNever]
    public bool HasSecret { get; set; }

    /// <summary>Why parents cannot sign in here, or null.</summary>
    [BindNever]
    public string? Problem { get; set; }
}
