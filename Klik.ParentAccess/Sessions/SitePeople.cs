using System.Security.Claims;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Services.Accounts;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OrchardCore.Security.Permissions;
using OrchardCore.Users;

namespace Klik.ParentAccess.Sessions;

/// <summary>Who is signed in to the site, by Orchard's own session. Parents come in without Orchard's login and registration.</summary>
internal sealed class SitePeople(SignInManager<IUser> signIn, UserManager<IUser> users, ParentStamps stamp, IOptions<SecurityStampValidatorOptions> validation, TimeProvider time) : IPeople
{
    public string? SchoolSignInPath => SiteSignInEndpoint.Path;

    public bool IsSignedIn(HttpContext context) => context.User.Identity is { IsAuthenticated: true };

    public StudentId? Student(HttpContext context) =>
        Has(context, Permissions.InviteParents) && StudentId.TryParse(context.User.FindFirstValue(SiteClaims.Student), out var student) ? student : null;

    public string? Parent(HttpContext context) =>
        context.User.IsInRole(Roles.Parent) && Has(context, Permissions.ViewLinkedStudents) ? context.User.FindFirstValue(ClaimTypes.NameIdentifier) : null;

    public OwnAccountSession? OwnAccount(HttpContext context) =>
        OwnAccountSession.TryParse(context.User.FindFirstValue(SiteClaims.OwnAccount), out var own) ? own : null;

    public async Task SignInParentAsync(HttpContext context, ParentAccount account, OwnAccountSession? own)
    {
        var user = await users.FindByIdAsync(account.Id)
            ?? throw new InvalidOperationException("The account that a parent signs in to is gone.");
        await SignInAsync(user, own, time.GetUtcNow());
    }

    public Task SignOutAsync(HttpContext context) => signIn.SignOutAsync();

    // Sessions are Orchard's, which asks for the user's stamp now and then.
    public TimeSpan SignedOutElsewhereWithin => validation.Value.ValidationInterval;

    public async Task SignOutElsewhereAsync(HttpContext context)
    {
        if (Parent(context) is { } id
            && await stamp.RenewAsync(id, context.RequestAborted)
            && await users.FindByIdAsync(id) is { } user)
        {
            // It is the same session, which lasts no longer for that.
            var present = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
            await SignInAsync(user, OwnAccount(context), present.Properties?.Beginning() ?? time.GetUtcNow());
        }
    }

    private Task SignInAsync(IUser user, OwnAccountSession? own, DateTimeOffset since)
    {
        var properties = new AuthenticationProperties { IsPersistent = false };
        properties.SetBeginning(since);
        return signIn.SignInWithClaimsAsync(user, properties, own is null ? [] : [new Claim(SiteClaims.OwnAccount, own.ToText())]);
    }

    // Of the roles themselves: an administrator, who may do anything, is neither a student nor a parent for that.
    private static bool Has(HttpContext context, Permission permission) => context.User.HasClaim(Permission.ClaimType, permission.Name);
}
