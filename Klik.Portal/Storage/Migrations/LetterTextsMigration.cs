using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Klik.Portal.Storage.Migrations;

/// <summary>Schools' own texts of letters.</summary>
[DbContext(typeof(ParentAccessDbContext))]
[Migration("20260108000000_LetterTexts")]
internal sealed class LetterTextsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "letter_texts",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                language = table.Column<string>(maxLength: 10),
                text = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_letter_texts", row => new { row.school_id, row.language }));
}
