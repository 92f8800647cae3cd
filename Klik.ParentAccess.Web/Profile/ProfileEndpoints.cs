using System.Globalization;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Web.Profile;

/// <summary>The student's own page: who is invited, who has access, and the say over both (rules I1, I3, I4, I5, P5).</summary>
internal static class ProfileEndpoints
{
    public static void MapProfile(this IEndpointRouteBuilder routes)
    {
        var profile = routes.MapGroup(SchoolPaths.Profile).AddEndpointFilter<StudentFilter>();
        profile.MapGet("", ShowAsync);
        profile.MapPost("", InviteAsync);
        profile.MapPost("/invitations/{id:guid}/delete", DeleteAsync);
        profile.MapPost("/invitations/{id:guid}/resend", ResendAsync);
        profile.MapGet("/links/{id:guid}/withdraw", AskToWithdrawAsync);
        profile.MapPost("/links/{id:guid}/withdraw", WithdrawAsync);
    }

    private static async Task<IResult> ShowAsync(
        string? notice, HttpContext context, ParentsOfStudent parents, [FromServices] LettersOfStudent? letters, IPages pages, ITexts texts) =>
        await PageAsync(context, parents, letters, pages, texts, InviteForm.Empty, ProfileNotices.Read(notice));

    private static async Task<IResult> InviteAsync(
        [FromForm] string? name, [FromForm] string? email, HttpContext context,
        InviteParent invite, ParentsOfStudent parents, [FromServices] LettersOfStudent? letters, IPeople people, ICurrentSchool school, TimeProvider time, IPages pages, ITexts texts)
    {
        switch (await invite.ExecuteAsync(CurrentStudent.Of(context).Id, name, email, context.RequestAborted))
        {
            case InviteParentResult.Invited:
                return Done(context, ProfileNotice.Invited);
            case InviteParentResult.Refused refused:
                var wrong = new InviteForm(name, email, refused.Name, refused.Address);
                return await PageAsync(context, parents, letters, pages, texts, wrong, null, StatusCodes.Status422UnprocessableEntity);
            case InviteParentResult.TooMany:
                var typed = new InviteForm(name, email, null, null);
                context.Response.Headers.RetryAfter = UntilTomorrow(school.School, time.GetUtcNow());
                return await PageAsync(context, parents, letters, pages, texts, typed, ProfileNotice.TooMany, StatusCodes.Status429TooManyRequests);
            default:
                await people.SignOutAsync(context);
                return Answers.NoAccess(context);
        }
    }

    private static string UntilTomorrow(School school, DateTimeOffset now) =>
        Math.Ceiling((school.BeginOf(school.DayOf(now).AddDays(1)) - now).TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static async Task<IResult> DeleteAsync(Guid id, HttpContext context, DeleteInvitation delete) =>
        Done(context, await delete.ExecuteAsync(CurrentStudent.Of(context).Id, id, context.RequestAborted)
            ? ProfileNotice.Deleted
            : ProfileNotice.NotDeleted);

    private static async Task<IResult> ResendAsync(Guid id, HttpContext context, ResendInvitation resend) =>
        Done(context, await resend.ExecuteAsync(CurrentStudent.Of(context).Id, id, context.RequestAborted) switch
        {
            ResendInvitationResult.Resent => ProfileNotice.Resent,
            ResendInvitationResult.TooSoon => ProfileNotice.TooSoon,
            ResendInvitationResult.TooMany => ProfileNotice.TooMany,
            _ => ProfileNotice.NotResent,
        });

    private static async Task<IResult> AskToWithdrawAsync(Guid id, HttpContext context, ParentsOfStudent parents, IPages pages, ITexts texts)
    {
        var known = await parents.ExecuteAsync(CurrentStudent.Of(context).Id, context.RequestAborted);
        return known.Parents.FirstOrDefault(parent => parent.LinkId == id) is { } parent
            ? pages.Show(PageView.Of<WithdrawPage>(texts["Stop access"], (nameof(WithdrawPage.Parent), parent)))
            : Done(context, ProfileNotice.NotWithdrawn);
    }

    private static async Task<IResult> WithdrawAsync(Guid id, HttpContext context, WithdrawConsent withdraw) =>
        Done(context, await withdraw.ExecuteAsync(CurrentStudent.Of(context).Id, id, context.RequestAborted)
            ? ProfileNotice.Withdrawn
            : ProfileNotice.NotWithdrawn);

    /// <summary>After a POST that did its work: the student's page, and what has happened.</summary>
    public static IResult Done(HttpContext context, ProfileNotice notice) =>
        Answers.SeeOther(context, SchoolPaths.Profile + QueryString.Create(ProfileNotices.Parameter, notice.ToWord()));

    private static async Task<IResult> PageAsync(
        HttpContext context, ParentsOfStudent parents, LettersOfStudent? letters, IPages pages, ITexts texts,
        InviteForm form, ProfileNotice? notice, int status = StatusCodes.Status200OK)
    {
        var student = CurrentStudent.Of(context).Id;
        return pages.Show(PageView.Of<ProfilePage>(
            texts["Parents who can look along"],
            (nameof(ProfilePage.Known), await parents.ExecuteAsync(student, context.RequestAborted)),
            // Only where the school uses letters.
            (nameof(ProfilePage.Letter), letters is null ? null : await letters.ExecuteAsync(student, context.RequestAborted)),
            (nameof(ProfilePage.Form), form),
            (nameof(ProfilePage.News), notice)) with { StatusCode = status });
    }
}
