using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Klik.Portal.Storage.Migrations;

/// <summary>How often a school's student records were changed, so that what was read of them can be remembered until then.</summary>
[DbContext(typeof(ParentAccessDbContext))]
[Migration("20260110000000_RecordsVersion")]
internal sealed class RecordsVersionMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<long>("records_version", "schools", defaultValue: 0L);
}
