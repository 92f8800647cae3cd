using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Klik.Portal.Storage.Migrations;

/// <summary>When an invitation's mail was last sent again, and how much of it each student sends in a day.</summary>
[DbContext(typeof(ParentAccessDbContext))]
[Migration("20260104000000_InvitationMail")]
internal sealed class InvitationMailMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("resent_at", "invitations", nullable: true);
        migrationBuilder.CreateTable(
            "invitation_mail_counts",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                student_id = table.Column<string>(maxLength: 255),
                day = table.Column<DateOnly>(),
                mails = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_invitation_mail_counts", row => new { row.school_id, row.student_id, row.day });
                table.ForeignKey(
                    "FK_invitation_mail_counts_students_school_id_student_id",
                    row => new { row.school_id, row.student_id },
                    "students",
                    ["school_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
    }
}
