using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.Portal.StudentRecords.Jobs;

namespace Klik.Portal.Administration.Import;

/// <summary>Puts the import page together.</summary>
internal sealed class ImportPages(ICurrentSchool school, ImportJobs jobs, IPages pages, ITexts texts)
{
    private const string SecondsToReload = "3";

    /// <summary>The page as it stands now.</summary>
    /// <param name="context">The request.</param>
    /// <param name="follows">Whether it is to reload by itself while an import runs.</param>
    /// <param name="number">The page of the refused rows, from 1.</param>
    public async Task<IResult> ShowAsync(HttpContext context, bool follows, int number)
    {
        var latest = await LatestAsync(context.RequestAborted);
        if (follows && latest is { IsRunning: true })
        {
            // The header in place of the element of the same name: nothing is needed in the page's head.
            context.Response.Headers["Refresh"] = SecondsToReload;
        }

        return pages.Show(Page(latest, (nameof(ImportPage.Follows), follows), (nameof(ImportPage.Asked), number)));
    }

    /// <summary>The page with what is wrong with an upload.</summary>
    public async Task<IResult> RefuseAsync(HttpContext context, ImportUploadProblem problem) =>
        pages.Show(Page(await LatestAsync(context.RequestAborted), (nameof(ImportPage.Problem), problem)) with
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
