using System.Security.Claims;
using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>What the principal of a parent says beside issuer and subject.</summary>
internal static class ParentClaims
{
    public static IEnumerable<Claim> Of(string provider, EmailAddress? address, bool isAuthoritative)
    {
        yield return new Claim(SignInClaims.Provider, provider);
        if (address is not null)
        {
            yield return new Claim(SignInClaims.Address, address.Value);
        }

        yield return new Claim(SignInClaims.IsAuthoritative, isAuthoritative ? "true" : "false");
    }
}
