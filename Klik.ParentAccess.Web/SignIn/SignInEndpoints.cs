using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Signing in and out, and the page for those without access (rules I2, I7, I8, I11, P1, P3).</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SchoolPaths.SignIn, Show);
        routes.MapGet(SchoolPaths.SignIn + "/{provider}", ChallengeEndpoint.Get).LimitSignIns();
        routes.MapPost(SchoolPaths.SignIn + "/{provider}", ChallengeEndpoint.Post).LimitSignIns();
        routes.MapGet(SchoolPaths.SignInComplete, CompleteAsync);
        routes.MapPost(SchoolPaths.SignOut, SignOutAsync);
        routes.MapGet(SchoolPaths.NoAccess, (HttpRequest request, IPages pages, ITexts texts) => pages.Show(PageView.Of<NoAccessPage>(
            texts["You have no access"], (nameof(NoAccessPage.IsOwnAccount), request.Query.ContainsKey(NoAccessPage.OwnAccountField)))));
    }

    private static IResult Show(
        string? problem,
        [FromQuery(Name = Answers.ReturnField)] string? returnPath,
        HttpContext context, IPeople people, IPages pages, ITexts texts)
    {
        var goesToParents = LocalPath.IsForParents(context, returnPath);
        if (people.Parent(context) is not null)
        {
            return goesToParents ? new SeeOtherResult(returnPath!) : Answers.SeeOther(context, SchoolPaths.Parents);
        }

        return pages.Show(PageView.Of<SignInPage>(
            texts["Sign in"],
            (nameof(SignInPage.Problem), SignInProblems.TryParse(problem, out var known) ? known : null),
            (nameof(SignInPage.HasSignedOut), context.Request.Query.ContainsKey(SignInRoutes.SignedOutParameter)),
            (nameof(SignInPage.SchoolSignIn), SchoolSignIn(context, people, returnPath)),
            (nameof(SignInPage.ReturnPath), goesToParents ? returnPath : null)));
    }

    /// <summary>The provider has answered: an invitation is accepted on a page of its own, anybody else gets in or not.</summary>
    private static async Task<IResult> CompleteAsync(
        [FromQuery(Name = Answers.ReturnField)] string? returnPath,
        HttpContext context, ExternalSession external, FindInvitation find, AcceptInvitation accept, SignInParent signIn, ParentSessions sessions, ITexts texts)
    {
        var ending = context.RequestAborted;
        if (await external.ReadAsync(context) is not { } pending)
        {
            return Answers.SeeOther(context, SchoolPaths.SignIn + QueryString.Create(SignInProblems.Parameter, SignInProblem.Expired.ToWord()));
        }

        if (pending.Letter is not null)
        {
            // Who set out with a letter has a page of their own, and is not judged by what the account gives without it.
            return Answers.SeeOther(context, SchoolPaths.LinkByLetter);
        }

        if (pending.Invitation is null)
        {
            return await sessions.AnswerAsync(context, await signIn.ExecuteAsync(pending.Identity, texts.Language.Tag, ending), returnPath);
        }

        // A link that is used or dead has nothing left to ask; who has access anyway gets in with it (rule P3).
        return await find.ExecuteAsync(pending.Invitation, ending) is null
            ? await sessions.AnswerAsync(context, await accept.ExecuteAsync(pending.Identity, pending.Invitation, texts.Language.Tag, ending))
            : Answers.SeeOther(context, SchoolPaths.AcceptInvitation);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IPeople people, ExternalSession external)
    {
        await external.ClearAsync(context);
        await people.SignOutAsync(context);
        return Answers.SeeOther(context, SchoolPaths.SignIn + QueryString.Create(SignInRoutes.SignedOutParameter, SignInRoutes.Yes));
    }

    private static string? SchoolSignIn(HttpContext context, IPeople people, string? returnPath)
    {
        if (people.SchoolSignInPath is not { } path)
        {
            return null;
        }

        var query = LocalPath.IsInSchool(context, returnPath) ? QueryString.Create(Answers.ReturnField, returnPath) : QueryString.Empty;
        return SchoolPaths.At(context, path) + query;
    }
}
