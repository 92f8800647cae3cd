using Klik.ParentAccess.Services.Jobs;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;

namespace Klik.ParentAccess.Migrations;

/// <summary>The table of the latest uploaded import. Nothing in it is about a person: refused rows are named by file and line.</summary>
[Feature(Features.StudentRecords)]
public sealed class ImportJobMigrations : DataMigration
{
    /// <summary>Makes it.</summary>
    public async Task<int> CreateAsync()
    {
        var dialect = SchemaBuilder.Dialect;
        // One row a school, so that the key itself lets no second import in.
        await SchemaBuilder.CreateTableAsync(TableName.ImportJobs, table => table
            .ExactTextColumn(dialect, "school_id", ColumnLength.SchoolId, column => column.NotNull().PrimaryKey())
            .ExactTextColumn(dialect, "id", ColumnLength.Id, column => column.NotNull())
            .Column<int>("state", column => column.NotNull())
            .ExactTextColumn(dialect, "machine", ImportRunner.MachineLength, column => column.NotNull())
            .ExactTextColumn(dialect, "process", ImportRunner.ProcessLength, column => column.NotNull())
            .Column<long>("started_at", column => column.NotNull())
            .Column<long>("ended_at")
            .Column<string>("result", column => column.Unlimited()));
        return 1;
    }
}
