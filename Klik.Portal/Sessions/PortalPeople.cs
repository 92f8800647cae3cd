using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Web.SignIn;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Authentication;

namespace Klik.Portal.Sessions;

/// <summary>Who is signed in at the present school, by the session cookie.</summary>
internal sealed class PortalPeople(ICurrentSchool school, IParentSignInProviders providers) : IPeople
{
    public string? SchoolSignInPath => providers.OffersSchoolSignIn ? SchoolSignInEndpoints.Path : null;

    public bool IsSignedIn(HttpContext context) => Session(context) is not null;

    public StudentId? Student(HttpContext context) =>
        Session(context) is { Role: PortalRole.Student, Id: var id } && StudentId.TryParse(id, out var student) ? student : null;

    public string? Parent(HttpContext context) => Session(context) is { Role: PortalRole.Parent, Id: var id } ? id : null;

    /// <summary>The user name of the administrator who is signed in, if it is one.</summary>
    public string? Administrator(HttpContext context) => Session(context) is { Role: PortalRole.Administrator, Id: var id } ? id : null;

    public OwnAccountSession? OwnAccount(HttpContext context) => Session(context) is { Role: PortalRole.Parent, OwnAccount: var own } ? own : null;

    public Task SignInParentAsync(HttpContext context, ParentAccount account, OwnAccountSession? own) =>
        SignInAsync(context, new PortalSession(school.School.Id, PortalRole.Parent, account.Id, account.Language, own));

    public Task SignOutAsync(HttpContext context) => context.SignOutAsync(PortalSchemes.Session);

    public TimeSpan SignedOutElsewhereWithin => TimeSpan.Zero;

    public async Task SignOutElsewhereAsync(HttpContext context)
    {
        if (Parent(context) is { } accountId)
        {
            await context.RequestServices.GetRequiredService<EndOtherSessions>().ExecuteAsync(accountId, context.RequestAborted);
        }
    }

    /// <summary>Begins a session, in place of one that there may be.</summary>
    public static Task SignInAsync(HttpContext context, PortalSession session) =>
        context.SignInAsync(PortalSchemes.Session, session.ToPrincipal());

    private PortalSession? Session(HttpContext context) =>
        PortalSession.Read(context.User) is { } session && session.School == school.School.Id ? session : null;
}
