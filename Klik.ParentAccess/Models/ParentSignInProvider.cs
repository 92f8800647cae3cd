namespace Klik.ParentAccess.Models;

/// <summary>One provider as registered for the school.</summary>
public sealed class ParentSignInProvider
{
    /// <summary>The client as registered at the provider; null where it is not set up here.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret that belongs to it, protected with the site's data protection keys.</summary>
    public string? ProtectedSecret { get; set; }

    /// <summary>The path of the redirect address below the site's address; null for the usual one.</summary>
    public string? CallbackPath { get; set; }
}
