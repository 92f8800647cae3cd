using System.Globalization;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Administration.Import;

/// <summary>
/// The import page of the present school: what runs or ran last, and what becomes of an upload. The host asks first who it is,
/// gives it a path (for the page and its form), and puts its layout around it.
/// </summary>
public sealed class ImportScreen(ICurrentSchool school, ImportJobs jobs, IAntiforgery antiforgery, ITexts texts)
{
    private const string SecondsToReload = "3";

    /// <summary>The page as it stands now.</summary>
    /// <param name="context">The request; its query says which part is looked at, and whether the page reloads by itself.</param>
    public async Task<PageView> ShowAsync(HttpContext context)
    {
        var latest = await LatestAsync(context.RequestAborted);
        var follows = context.Request.Query[ImportLinks.FollowParameter] == "true";
        if (follows && latest is { IsRunning: true })
        {
            // The header in place of the element of the same name: nothing is needed in the page's head.
            context.Response.Headers["Refresh"] = SecondsToReload;
        }

        var number = int.TryParse(context.Request.Query[ImportLinks.NumberParameter], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        return Page(latest, (nameof(ImportPage.Follows), follows), (nameof(ImportPage.Asked), number));
    }

    /// <summary>Begins to import what is uploaded.</summary>
    /// <param name="context">
    /// The request. Its body must not have been read, nor its size be limited by the server (which breaks off without a word);
    /// its multipart form may be <see cref="ImportUpload.MaxRequestBytes"/> long.
    /// </param>
    public async Task<ImportAnswer> UploadAsync(HttpContext context)
    {
        switch (context.Request.ContentLength)
        {
            case null:
                return new ImportAnswer.LengthRequired();
            case > ImportUpload.MaxRequestBytes:
                // Read to its end and kept nowhere: a browser shows no answer before it has sent everything.
                await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
                return await RefuseAsync(ImportUploadProblem.TooLarge, context.RequestAborted);
        }

        return await antiforgery.IsRequestValidAsync(context)
            ? await StartAsync(context)
            : new ImportAnswer.Refused(PageView.Of<FormExpiredPage>(texts["This form no longer works"]) with { StatusCode = StatusCodes.Status400BadRequest });
    }

    private async Task<ImportAnswer> StartAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var file = form.Files.GetFile(ImportUpload.FileField);
        if (ImportUpload.ProblemOf(file) is { } problem)
        {
            return await RefuseAsync(problem, context.RequestAborted);
        }

        await using var content = file!.OpenReadStream();
        return await jobs.StartAsync(school.School, content, context.RequestAborted) switch
        {
            ImportJobStart.Started => new ImportAnswer.Started(ImportLinks.Path(context, follows: form[ImportUpload.FollowField] == "true")),
            ImportJobStart.AnotherRuns => await RefuseAsync(ImportUploadProblem.AnotherRuns, context.RequestAborted),
            _ => await RefuseAsync(ImportUploadProblem.TooLarge, context.RequestAborted),
        };
    }

    private async Task<ImportAnswer> RefuseAsync(ImportUploadProblem problem, CancellationToken cancellationToken) =>
        new ImportAnswer.Refused(Page(await LatestAsync(cancellationToken), (nameof(ImportPage.Problem), problem)) with
        {
            StatusCode = problem switch
            {
                ImportUploadProblem.TooLarge => StatusCodes.Status413PayloadTooLarge,
                ImportUploadProblem.AnotherRuns => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status422UnprocessableEntity,
            },
        });

    private PageView Page(LatestImport? latest, params ReadOnlySpan<(string Name, object? Value)> more) =>
        PageView.Of<ImportPage>(texts["Import"], [(nameof(ImportPage.Latest), latest), .. more]);

    private async Task<LatestImport?> LatestAsync(CancellationToken cancellationToken) =>
        await jobs.FindAsync(school.School, cancellationToken) is { } job ? new LatestImport(job.EndedAt, job.Progress, job.Result) : null;
}
