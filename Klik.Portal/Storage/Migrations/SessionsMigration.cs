using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Klik.Portal.Storage.Migrations;

/// <summary>The sessions that are open, so that one that has ended is over for a copy of its cookie too.</summary>
[DbContext(typeof(ParentAccessDbContext))]
[Migration("20260130000000_Sessions")]
internal sealed class SessionsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "sessions",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                id_hash = table.Column<string>(maxLength: 43),
                account_id = table.Column<string>(maxLength: 36, nullable: true),
                began_at = table.Column<long>(),
                ends_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_sessions", row => new { row.school_id, row.id_hash }));
        migrationBuilder.CreateIndex("IX_sessions_school_id_account_id", "sessions", ["school_id", "account_id"]);
    }
}
