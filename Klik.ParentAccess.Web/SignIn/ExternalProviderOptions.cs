namespace Klik.ParentAccess.Web.SignIn;

/// <summary>
/// One provider as set up by the school: settings <c>ParentAccess:Providers:Google</c>, <c>ParentAccess:Providers:Microsoft</c>
/// and <c>ParentAccess:StudentSignIn</c>. Named options; the names are in <see cref="ParentSignInSchemes"/>.
/// </summary>
public sealed class ExternalProviderOptions
{
    /// <summary>
    /// The address below which <c>/.well-known/openid-configuration</c> is. May be left out for Google and Microsoft.
    /// Must be <c>https</c>; <c>http</c> is accepted on loopback in Development only.
    /// </summary>
    public string? Authority { get; set; }

    /// <summary>The client as registered at the provider; left out, the provider is not offered.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret that belongs to <see cref="ClientId"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// The path of the callback, registered at the provider below the address of the host or tenant. Left out, it is
    /// <c>/signin-google</c>, <c>/signin-microsoft</c> or <c>/signin-school</c>; to be set where that is taken.
    /// </summary>
    public string? CallbackPath { get; set; }

    /// <summary>Whether the provider is set up, and so offered.</summary>
    public bool IsOffered => !string.IsNullOrWhiteSpace(ClientId);
}
