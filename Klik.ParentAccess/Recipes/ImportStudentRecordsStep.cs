using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace Klik.ParentAccess.Recipes;

/// <summary>
/// Imports students and student records: <c>{ "name": "ImportStudentRecords", "path": "FOLDER" }</c>. The folder is below the
/// content root or else beside the program; a path cannot leave those.
/// </summary>
internal sealed partial class ImportStudentRecordsStep(
    ImportStudentRecords import,
    IHostEnvironment environment,
    IStringLocalizer<ImportStudentRecordsStep> localizer,
    ILogger<ImportStudentRecordsStep> logger) : NamedRecipeStepHandler("ImportStudentRecords")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var path = context.Step["path"]?.GetValue<string>() ?? "";
        using var besideProgram = new PhysicalFileProvider(AppContext.BaseDirectory);
        IFileProvider[] places = [environment.ContentRootFileProvider, besideProgram];
        if (path.Length == 0 || places.FirstOrDefault(files => files.GetDirectoryContents(path).Any(file => !file.IsDirectory)) is not { } place)
        {
            context.Errors.Add(localizer["There is no folder {0} to import from.", path]);
            return;
        }

        using var source = OneRosterSource.FromFolder(place, path);
        switch (await import.ExecuteAsync(source, null, CancellationToken.None))
        {
            case ImportResult.Imported imported:
                LogImported(imported.Read, imported.Changed, imported.Refused);
                break;
            case ImportResult.Broken broken:
                context.Errors.Add(localizer["The import cannot be read ({0} in {1}); nothing is changed.", broken.Reason, broken.File ?? path]);
                break;
        }
    }

    [LoggerMessage(4002, LogLevel.Information, "Imported {Read} rows: {Changed} changed, {Refused} refused.")]
    private partial void LogImported(long read, long changed, long refused);
}
