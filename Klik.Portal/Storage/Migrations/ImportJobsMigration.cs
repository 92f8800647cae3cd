using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Klik.Portal.Storage.Migrations;

/// <summary>The latest uploaded import of each school.</summary>
[DbContext(typeof(ParentAccessDbContext))]
[Migration("20260103000000_ImportJobs")]
internal sealed class ImportJobsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "import_jobs",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                id = table.Column<Guid>(),
                state = table.Column<int>(),
                machine = table.Column<string>(maxLength: 100),
                started_at = table.Column<long>(),
                ended_at = table.Column<long>(nullable: true),
                result = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_import_jobs", row => row.school_id));
}
