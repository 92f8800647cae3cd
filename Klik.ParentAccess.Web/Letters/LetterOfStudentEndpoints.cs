using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Profile;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Web.Letters;

/// <summary>What a student can do with the letter made for them (rule P5); who has access through it can be stopped as anybody else.</summary>
internal static class LetterOfStudentEndpoints
{
    /// <summary>Where the letter is withdrawn, relative to the school's base.</summary>
    public const string RevokePath = SchoolPaths.ProfileLetter + Revoke;

    private const string Revoke = "/withdraw";

    /// <summary>Where a seat is freed, relative to the school's base.</summary>
    public static string FreePath(Guid linkId) => $"{SchoolPaths.ProfileLetter}/seats/{linkId}/free";

    public static void MapLetterOfStudent(this IEndpointRouteBuilder routes)
    {
        var letter = routes.MapGroup(SchoolPaths.ProfileLetter).AddEndpointFilter<StudentFilter>();
        letter.MapGet("/seats/{id:guid}/free", AskToFreeAsync);
        letter.MapPost("/seats/{id:guid}/free", FreeAsync);
        letter.MapGet(Revoke, AskToRevokeAsync);
        letter.MapPost(Revoke, RevokeAsync);
    }

    private static async Task<IResult> AskToFreeAsync(Guid id, HttpContext context, LettersOfStudent letters, IPages pages, ITexts texts)
    {
        var letter = await letters.ExecuteAsync(CurrentStudent.Of(context).Id, context.RequestAborted);
        return letter?.UsedSeats.FirstOrDefault(seat => seat.LinkId == id) is { } seat
            ? pages.Show(PageView.Of<FreeSeatPage>(texts["Make a place free"], (nameof(FreeSeatPage.Seat), seat)))
            : ProfileEndpoints.Done(context, ProfileNotice.SeatNotFreed);
    }

    private static async Task<IResult> FreeAsync(Guid id, HttpContext context, FreeSeat free) =>
        ProfileEndpoints.Done(context, await free.ExecuteAsync(CurrentStudent.Of(context).Id, id, context.RequestAborted)
            ? ProfileNotice.SeatFreed
            : ProfileNotice.SeatNotFreed);

    private static async Task<IResult> AskToRevokeAsync(HttpContext context, LettersOfStudent letters, IPages pages, ITexts texts) =>
        await letters.ExecuteAsync(CurrentStudent.Of(context).Id, context.RequestAborted) is { State: not LetterState.Revoked }
            ? pages.Show(PageView.Of<RevokeLetterPage>(texts["Withdraw the letter"]))
            : ProfileEndpoints.Done(context, ProfileNotice.LetterNotRevoked);

    private static async Task<IResult> RevokeAsync(HttpContext context, RevokeLetter revoke) =>
        ProfileEndpoints.Done(context, await revoke.ExecuteAsync(CurrentStudent.Of(context).Id, context.RequestAborted)
            ? ProfileNotice.LetterRevoked
            : ProfileNotice.LetterNotRevoked);
}
