using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Klik.Portal.Storage.Migrations;

/// <summary>Parent letters with their used seats, and how often codes and the like were tried.</summary>
[DbContext(typeof(ParentAccessDbContext))]
[Migration("20260106000000_Letters")]
internal sealed class LettersMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateLetters(migrationBuilder);
        CreateLetterSeats(migrationBuilder);
        CreateAttemptCounts(migrationBuilder);
    }

    private static void CreateLetters(MigrationBuilder migration)
    {
        migration.CreateTable(
            "letters",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                id = table.Column<Guid>(),
                student_id = table.Column<string>(maxLength: 255),
                issue = table.Column<int>(),
                key_version = table.Column<byte>(),
                code_hash = table.Column<string>(maxLength: 48),
                seats = table.Column<int>(),
                used_seats = table.Column<int>(),
                wrong_birth_dates = table.Column<int>(),
                made_at = table.Column<long>(),
                expires_at = table.Column<long>(),
                revoked_at = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_letters", row => new { row.school_id, row.id });
                table.ForeignKey(
                    "FK_letters_students_school_id_student_id",
                    row => new { row.school_id, row.student_id },
                    "students",
                    ["school_id", "id"],
                    onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex("IX_letters_school_id_student_id", "letters", ["school_id", "student_id"], unique: true);
        migration.CreateIndex("IX_letters_school_id_code_hash", "letters", ["school_id", "code_hash"], unique: true);
        migration.CreateIndex("IX_letters_school_id_expires_at", "letters", ["school_id", "expires_at"]);
    }

    private static void CreateLetterSeats(MigrationBuilder migration)
    {
        migration.CreateTable(
            "letter_seats",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                link_id = table.Column<Guid>(),
                letter_id = table.Column<Guid>(),
                taken_at = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_letter_seats", row => new { row.school_id, row.link_id });
                table.ForeignKey(
                    "FK_letter_seats_letters_school_id_letter_id",
                    row => new { row.school_id, row.letter_id },
                    "letters",
                    ["school_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("IX_letter_seats_school_id_letter_id", "letter_seats", ["school_id", "letter_id"]);
    }

    private static void CreateAttemptCounts(MigrationBuilder migration)
    {
        migration.CreateTable(
            "attempt_counts",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                counted_by = table.Column<string>(maxLength: 100),
                attempts = table.Column<int>(),
                ends_at = table.Column<long>(),
                latest_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_attempt_counts", row => new { row.school_id, row.counted_by }));
        migration.CreateIndex("IX_attempt_counts_school_id_latest_at", "attempt_counts", ["school_id", "latest_at"]);
    }
}
