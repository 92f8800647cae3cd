using System.Security.Claims;
using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Web.SignIn;

internal sealed class MicrosoftIdTokenProfile : IdTokenProfile
{
    private const string TenantPlaceholder = "{tenantid}";

    /// <summary>The document's issuer is a template: the token's issuer must be it, filled with the token's own tenant.</summary>
    public override string? AcceptIssuer(IdTokenClaims claims, string documentIssuer) =>
        TryGetTenant(claims, out var tenant) && claims.String("iss") is { } issuer && issuer == Fill(documentIssuer, tenant) ? issuer : null;

    public override IEnumerable<Claim> Describe(IdTokenClaims claims)
    {
        var address = EmailAddress.TryParse(claims.String("email"), out var parsed) ? parsed : null;
        var isAuthoritative = TryGetTenant(claims, out var tenant) && ProviderAuthority.OfMicrosoft(address, tenant, claims.Text("xms_edov"));
        return ParentClaims.Of(SignInClaims.Providers.Microsoft, address, isAuthoritative);
    }

    /// <summary>The template filled with a tenant; a key of one tenant carries an issuer of its own in the key set.</summary>
    internal static string Fill(string template, Guid tenant) =>
        template.Replace(TenantPlaceholder, tenant.ToString("D"), StringComparison.Ordinal);

    internal static bool TryGetTenant(IdTokenClaims claims, out Guid tenant) => Guid.TryParseExact(claims.String("tid"), "D", out tenant);
}
