using System.Security.Claims;
using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Web.SignIn;

internal sealed class MicrosoftIdTokenProfile : IdTokenProfile
{
    private const string TenantPlaceholder = "{tenantid}";

    /// <summary>The document's issuer is a template: the token's issuer must be it, filled with the token's own tenant.</summary>
    public override string? AcceptIssuer(IdTokenClaims claims, string documentIssuer) =>
        TryGetTenant(claims, out var tenant) && claims.String("iss") is { } issuer && issuer == Fill(documentIssuer, tenant) ? issuer : null;

    /// <summary>The document of an address for several tenants has the template as its issuer, or the tenant of personal accounts; that of
    /// a tenant has the tenant's id, also where the address has its name.</summary>
    public override bool IsIssuerOf(string authority, string documentIssuer)
    {
        if (base.IsIssuerOf(authority, documentIssuer))
        {
            return true;
        }

        var (before, tenant, after) = Split(authority);
        if (tenant is null
            || Guid.TryParse(tenant, out _)
            || !documentIssuer.StartsWith(before, StringComparison.Ordinal)
            || !documentIssuer.EndsWith(after, StringComparison.Ordinal)
            || documentIssuer.Length <= before.Length + after.Length)
        {
            return false;
        }

        var named = documentIssuer[before.Length..^after.Length];
        return named == TenantPlaceholder || Guid.TryParseExact(named, "D", out _);
    }

    public override IEnumerable<Claim> Describe(IdTokenClaims claims)
    {
        var address = EmailAddress.TryParse(claims.String("email"), out var parsed) ? parsed : null;
        var isAuthoritative = TryGetTenant(claims, out var tenant) && ProviderAuthority.OfMicrosoft(address, tenant, claims.Text("xms_edov"));
        return ParentClaims.Of(SignInClaims.Providers.Microsoft, address, isAuthoritative);
    }

    // An address is host, tenant, version.
    private static (string Before, string? Tenant, string After) Split(string authority)
    {
        var end = authority.LastIndexOf('/');
        var start = end <= 0 ? -1 : authority.LastIndexOf('/', end - 1);
        return start < 0 ? (authority, null, "") : (authority[..(start + 1)], authority[(start + 1)..end], authority[end..]);
    }

    /// <summary>The template filled with a tenant; a key of one tenant carries an issuer of its own in the key set.</summary>
    internal static string Fill(string template, Guid tenant) =>
        template.Replace(TenantPlaceholder, tenant.ToString("D"), StringComparison.Ordinal);

    internal static bool TryGetTenant(IdTokenClaims claims, out Guid tenant) => Guid.TryParseExact(claims.String("tid"), "D", out tenant);
}
