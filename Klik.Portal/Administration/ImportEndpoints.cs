using Klik.ParentAccess.Web.Administration.Import;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Klik.Portal.Administration;

/// <summary>The upload of a OneRoster export, its progress and its report.</summary>
internal static class ImportEndpoints
{
    /// <summary>Maps the page below a group that has asked who it is, and not yet for the form's token: that takes the whole upload.</summary>
    public static void MapImport(this RouteGroupBuilder administration)
    {
        administration.MapGet(AdministrationPaths.Import, ShowAsync);
        administration.MapPost(AdministrationPaths.Import, UploadAsync)
            // The screen holds the size instead, because the server breaks off without a word.
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .WithFormOptions(multipartBodyLengthLimit: ImportUpload.MaxRequestBytes);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ImportScreen screen, IPages pages) => pages.Show(await screen.ShowAsync(context));

    private static async Task<IResult> UploadAsync(HttpContext context, ImportScreen screen, IPages pages) => await screen.UploadAsync(context) switch
    {
        ImportAnswer.Started(var path) => Answers.SeeOther(context, path),
        ImportAnswer.Refused(var page) => pages.Show(page),
        _ => Results.StatusCode(StatusCodes.Status411LengthRequired),
    };
}
