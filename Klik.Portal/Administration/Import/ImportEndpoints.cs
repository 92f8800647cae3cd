using System.Globalization;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Web.Endpoints;
using Klik.Portal.StudentRecords.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace Klik.Portal.Administration.Import;

/// <summary>The upload of a OneRoster export, its progress and its report.</summary>
internal static class ImportEndpoints
{
    /// <summary>Maps the page below a group that has asked who it is, and not yet for the form's token: that takes the whole upload.</summary>
    public static void MapImport(this RouteGroupBuilder administration)
    {
        administration.MapGet(AdministrationPaths.Import, ShowAsync);
        administration.MapGroup("")
            .AddEndpointFilter<RouteGroupBuilder, UploadSizeFilter>()
            .RequireFormToken()
            // The filter holds the size instead, because the server breaks off without a word.
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .WithFormOptions(multipartBodyLengthLimit: ImportUpload.MaxRequestBytes)
            .MapPost(AdministrationPaths.Import, UploadAsync);
    }

    private static Task<IResult> ShowAsync(
        [FromQuery(Name = ImportLinks.FollowParameter)] string? follow, [FromQuery(Name = ImportLinks.NumberParameter)] string? number,
        HttpContext context, ImportPages pages) =>
        pages.ShowAsync(context, follow == "true", int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1);

    private static async Task<IResult> UploadAsync(HttpContext context, ICurrentSchool school, ImportJobs jobs, ImportPages pages)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var file = form.Files.GetFile(ImportUpload.FileField);
        if (ImportUpload.ProblemOf(file) is { } problem)
        {
            return await pages.RefuseAsync(context, problem);
        }

        await using var content = file!.OpenReadStream();
        return await jobs.StartAsync(school.School, content, context.RequestAborted) switch
        {
            ImportJobStart.Started => Answers.SeeOther(context, ImportLinks.Path(follows: form[ImportUpload.FollowField] == "true")),
            ImportJobStart.AnotherRuns => await pages.RefuseAsync(context, ImportUploadProblem.AnotherRuns),
            _ => await pages.RefuseAsync(context, ImportUploadProblem.TooLarge),
        };
    }
}
