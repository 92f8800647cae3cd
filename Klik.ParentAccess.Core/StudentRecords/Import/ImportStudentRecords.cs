using System.Diagnostics;
using Klik.ParentAccess.Core.Observability;
using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.Schools;

namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>
/// Fills the present school's built-in students and student records from OneRoster 1.1 or 1.2 CSV files and our own files
/// beside them. All that can be read is stored in one transaction; a row that cannot costs only itself; a file that cannot
/// changes nothing. Importing the same files again changes nothing either.
/// </summary>
public sealed class ImportStudentRecords(IImportStore store, ICurrentSchool currentSchool, TimeProvider timeProvider)
{
    /// <summary>How many refused rows a result names one by one; all are counted.</summary>
    public const int MaxRefusals = 1_000;

    /// <summary>Imports from a source.</summary>
    /// <param name="source">The folder or zip file.</param>
    /// <param name="progress">Is told how far it is, every few thousand rows.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    public async Task<ImportResult> ExecuteAsync(OneRosterSource source, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var activity = ParentAccessMetrics.Source.StartActivity("import");
        try
        {
            var result = await ImportAsync(source, progress, cancellationToken);
            activity?.SetTag("import.read", result.Read).SetTag("import.changed", result.Changed).SetTag("import.refused", result.Refused);
            return result;
        }
        catch (BrokenImportException broken)
        {
            activity?.SetStatus(ActivityStatusCode.Error, broken.Reason.ToString());
            return new ImportResult.Broken(broken.Reason, broken.File, broken.Column);
        }
    }

    private async Task<ImportResult.Imported> ImportAsync(OneRosterSource source, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var manifest = Manifest.Read(source);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(currentSchool.School.TimeZone);
        var now = timeProvider.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var run = new ImportRun(source.Limits, manifest, zone, today, progress, cancellationToken);

        await using var transaction = await store.BeginAsync(now, cancellationToken);
        var catalogue = await SchoolCatalogue.ImportAsync(run, transaction);
        var students = await StudentImport.ImportAsync(run, catalogue, transaction);
        await ResultImport.ImportAsync(run, catalogue, students, transaction);
        await new RecordImport(run, students, transaction).ImportAsync();
        await transaction.CommitAsync(cancellationToken);
        return new ImportResult.Imported(run.Files, run.Refusals, students.Parents, students.Staff);
    }
}
