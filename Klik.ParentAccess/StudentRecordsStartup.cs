using Klik.ParentAccess.Migrations;
using Klik.ParentAccess.Recipes;
using Klik.ParentAccess.Records;
using Klik.ParentAccess.Services.Storage;
using Klik.ParentAccess.Services.StudentRecords;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Recipes;
using YesSql;

namespace Klik.ParentAccess;

/// <summary>The built-in student records, filled by import.</summary>
[Feature(Features.StudentRecords)]
public sealed class StudentRecordsStartup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<StudentRecordsMigrations>();
        services.AddScoped<IRecordDatabase, TenantRecordDatabase>();
        services.AddScoped<StudentsOfUsers>();
        services.AddStudentRecords(provider => Tables(provider.GetRequiredService<IStore>().Configuration));
        services.AddRecipeExecutionStep<ImportStudentRecordsStep>();
    }

    private static RecordTables Tables(IConfiguration configuration) =>
        new(table => configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + TableName.Of(table), configuration.Schema))
        {
            // A user of the site with the role is a student without any import.
            ImportedColumn = "is_imported",
        };
}
