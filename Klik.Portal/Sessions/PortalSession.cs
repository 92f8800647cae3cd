using System.Security.Claims;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Web.Localization;

namespace Klik.Portal.Sessions;

/// <summary>What the session cookie says: who somebody is at which school, and nothing of what they may see.</summary>
/// <param name="School">The school; at another one the session counts for nothing.</param>
/// <param name="Role">What the person is there.</param>
/// <param name="Id">The student's id, the parent's account id or the administrator's user name.</param>
/// <param name="Language">The language that the person chose in the account, if any.</param>
/// <param name="OwnAccount">What is remembered of the own account that a parent signed in with, if it was one.</param>
internal sealed record PortalSession(SchoolId School, PortalRole Role, string Id, string? Language = null, OwnAccountSession? OwnAccount = null)
{
    private const string SchoolClaim = "klik:school";
    private const string RoleClaim = "klik:role";
    private const string IdClaim = "klik:id";
    private const string OwnAccountClaim = "klik:own";

    /// <summary>Reads a session back from its cookie.</summary>
    public static PortalSession? Read(ClaimsPrincipal principal) =>
        SchoolId.TryParse(principal.FindFirstValue(SchoolClaim), out var school)
        && Enum.TryParse<PortalRole>(principal.FindFirstValue(RoleClaim), out var role)
        && principal.FindFirstValue(IdClaim) is { Length: > 0 } id
            ? new PortalSession(
                school,
                role,
                id,
                principal.FindFirstValue(LanguageNames.Claim),
                OwnAccountSession.TryParse(principal.FindFirstValue(OwnAccountClaim), out var own) ? own : null)
            : null;

    /// <summary>The principal that goes into the cookie.</summary>
    public ClaimsPrincipal ToPrincipal()
    {
        var identity = new ClaimsIdentity(PortalSchemes.Session);
        identity.AddClaim(new Claim(SchoolClaim, School.Value));
        identity.AddClaim(new Claim(RoleClaim, Role.ToString()));
        identity.AddClaim(new Claim(IdClaim, Id));
        if (Language is not null)
        {
            identity.AddClaim(new Claim(LanguageNames.Claim, Language));
        }

        if (OwnAccount is not null)
        {
            identity.AddClaim(new Claim(OwnAccountClaim, OwnAccount.ToText()));
        }

        return new ClaimsPrincipal(identity);
    }
}
