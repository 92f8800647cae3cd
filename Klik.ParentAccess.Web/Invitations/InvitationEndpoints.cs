using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Web.Invitations;

/// <summary>Where an invitation's link leads, and where it is accepted (rules I1, I2, P2, P3).</summary>
internal static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SchoolPaths.Invitation, Show);
        routes.MapGet(SchoolPaths.AcceptInvitation, AskAsync);
        routes.MapPost(SchoolPaths.AcceptInvitation, AcceptAsync);
    }

    private static IResult Show(string? problem, IPages pages, ITexts texts) =>
        InvitationPages.First(pages, texts, SignInProblems.TryParse(problem, out var known) ? known : null);

    private static async Task<IResult> AskAsync(HttpContext context, ExternalSession external, FindInvitation find, IPages pages, ITexts texts)
    {
        if (await external.ReadAsync(context) is not { Invitation: { } token } pending)
        {
            return Answers.SeeOther(context, SchoolPaths.Invitation);
        }

        // Gone while the parent was away: the end of sign-in decides what is left.
        return await find.ExecuteAsync(token, context.RequestAborted) is { } student
            ? pages.Show(PageView.Of<AcceptPage>(
                texts["Accept invitation"],
                (nameof(AcceptPage.StudentName), student.GivenName),
                (nameof(AcceptPage.Pending), pending)))
            : Answers.SeeOther(context, SchoolPaths.SignInComplete);
    }

    private static async Task<IResult> AcceptAsync(
        [FromForm(Name = SignInRoutes.TokenField)] string? token,
        HttpContext context, ExternalSession external, AcceptInvitation accept, ParentSessions sessions, PersonalData personalData, IPages pages, ITexts texts)
    {
        if (await external.ReadAsync(context) is not { } pending)
        {
            return InvitationToken.TryRead(token, personalData, out var read)
                ? InvitationPages.Again(pages, texts, read.Text)
                : Answers.SeeOther(context, SchoolPaths.Invitation);
        }

        // Another tab has gone to the provider and back with another invitation: what was read is not what would be accepted.
        if (pending.Invitation != token)
        {
            return Answers.SeeOther(context, SchoolPaths.AcceptInvitation);
        }

        var result = await accept.ExecuteAsync(pending.Identity, pending.Invitation, texts.Language.Tag, context.RequestAborted);
        return await sessions.AnswerAsync(context, result);
    }
}
