using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Recipes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Recipes;

namespace Klik.ParentAccess;

/// <summary>The built-in student records, filled by import.</summary>
[Feature(Features.StudentRecords)]
public sealed class StudentRecordsStartup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<ImportStudentRecords>();
        services.AddRecipeExecutionStep<ImportStudentRecordsStep>();
    }
}
