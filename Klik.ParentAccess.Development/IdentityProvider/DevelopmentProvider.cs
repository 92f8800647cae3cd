using Klik.ParentAccess.Web.SignIn;

namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>One of the three providers that the development identity provider stands in for.</summary>
/// <param name="Name">The part of the path that tells them apart.</param>
/// <param name="Title">What its page calls it.</param>
/// <param name="Scheme">The scheme that signs in there.</param>
/// <param name="AuthorityPath">Where its discovery document is, below <see cref="Root"/>.</param>
/// <param name="IssuerPath">Its issuer, below <see cref="Root"/>; for Microsoft a template.</param>
public sealed record DevelopmentProvider(string Name, string Title, string Scheme, string AuthorityPath, string IssuerPath)
{
    /// <summary>Where all of them are.</summary>
    public const string Root = "/dev/identity";

    public static readonly DevelopmentProvider Google =
        new("google", "Google", ParentSignInSchemes.Google, "/google", "/google");

    public static readonly DevelopmentProvider Microsoft =
        new("microsoft", "Microsoft", ParentSignInSchemes.Microsoft, "/microsoft/common/v2.0", "/microsoft/{tenantid}/v2.0");

    public static readonly DevelopmentProvider School =
        new("school", "the school", ParentSignInSchemes.School, "/school", "/school");

    public static readonly IReadOnlyList<DevelopmentProvider> All = [Google, Microsoft, School];

    /// <summary>The address of the whole provider as the request reaches it.</summary>
    public static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}{Root}";
}
