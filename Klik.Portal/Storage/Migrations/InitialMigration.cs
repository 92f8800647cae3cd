using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Klik.Portal.Storage.Migrations;

/// <summary>
/// Schools, students, accounts, invitations, links, the outbox and the view log. Columns name a .NET type and no database
/// type, so that the same migration works on SQLite and PostgreSQL. A migration that has been released never changes.
/// </summary>
[DbContext(typeof(ParentAccessDbContext))]
[Migration("20260101000000_Initial")]
internal sealed class InitialMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateSchools(migrationBuilder);
        CreateStudents(migrationBuilder);
        CreateAccounts(migrationBuilder);
        CreateAccountLogins(migrationBuilder);
        CreateInvitations(migrationBuilder);
        CreateLinks(migrationBuilder);
        CreateViews(migrationBuilder);
        CreateOutbox(migrationBuilder);
    }

    private static void CreateSchools(MigrationBuilder migration) =>
        migration.CreateTable(
            "schools",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                name = table.Column<string>(maxLength: 100),
                language = table.Column<string>(maxLength: 35),
                time_zone = table.Column<string>(maxLength: 64),
                accent_color = table.Column<string>(maxLength: 7, nullable: true),
                shows_conversations = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("PK_schools", row => row.school_id));

    private static void CreateStudents(MigrationBuilder migration)
    {
        migration.CreateTable(
            "students",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                id = table.Column<string>(maxLength: 255),
                given_name = table.Column<string>(maxLength: 255),
                middle_name = table.Column<string>(maxLength: 255, nullable: true),
                family_name = table.Column<string>(maxLength: 255),
                display_name = table.Column<string>(maxLength: 765),
                user_name = table.Column<string>(maxLength: 255, nullable: true),
                user_name_normalized = table.Column<string>(maxLength: 255, nullable: true),
                address = table.Column<string>(maxLength: 254, nullable: true),
                address_normalized = table.Column<string>(maxLength: 254, nullable: true),
                class_title = table.Column<string>(maxLength: 255, nullable: true),
                birth_date = table.Column<DateOnly>(nullable: true),
                family_language = table.Column<string>(maxLength: 3, nullable: true),
                is_active_in_source = table.Column<bool>(),
                is_deactivated_by_administrator = table.Column<bool>(),
                changed_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_students", row => new { row.school_id, row.id }));
        migration.CreateIndex("IX_students_school_id_user_name_normalized", "students", ["school_id", "user_name_normalized"]);
        migration.CreateIndex("IX_students_school_id_address_normalized", "students", ["school_id", "address_normalized"]);
        migration.CreateIndex("IX_students_school_id_family_name_given_name_id", "students", ["school_id", "family_name", "given_name", "id"]);
    }

    private static void CreateAccounts(MigrationBuilder migration)
    {
        migration.CreateTable(
            "accounts",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                id = table.Column<string>(maxLength: 36),
                user_name = table.Column<string>(maxLength: 120),
                user_name_normalized = table.Column<string>(maxLength: 120),
                named_at = table.Column<long>(),
                address = table.Column<string>(maxLength: 1400, nullable: true),
                address_hash = table.Column<string>(maxLength: 48, nullable: true),
                language = table.Column<string>(maxLength: 35, nullable: true),
                wants_email = table.Column<bool>(),
                wants_push = table.Column<bool>(),
                without_links_since = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_accounts", row => new { row.school_id, row.id }));
        migration.CreateIndex("IX_accounts_school_id_user_name_normalized", "accounts", ["school_id", "user_name_normalized"], unique: true);
        migration.CreateIndex("IX_accounts_school_id_address_hash", "accounts", ["school_id", "address_hash"]);
        migration.CreateIndex("IX_accounts_school_id_without_links_since", "accounts", ["school_id", "without_links_since"]);
    }

    private static void CreateAccountLogins(MigrationBuilder migration)
    {
        migration.CreateTable(
            "account_logins",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                issuer = table.Column<string>(maxLength: 500),
                subject = table.Column<string>(maxLength: 255),
                account_id = table.Column<string>(maxLength: 36),
                provider = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_account_logins", row => new { row.school_id, row.issuer, row.subject });
                table.ForeignKey(
                    "FK_account_logins_accounts_school_id_account_id",
                    row => new { row.school_id, row.account_id },
                    "accounts",
                    ["school_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("IX_account_logins_school_id_account_id", "account_logins", ["school_id", "account_id"]);
    }

    private static void CreateInvitations(MigrationBuilder migration)
    {
        migration.CreateTable(
            "invitations",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                id = table.Column<Guid>(),
                student_id = table.Column<string>(maxLength: 255),
                name = table.Column<string>(maxLength: 1400),
                address = table.Column<string>(maxLength: 1400, nullable: true),
                address_hash = table.Column<string>(maxLength: 48, nullable: true),
                created_at = table.Column<long>(),
                expires_at = table.Column<long>(),
                mail = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_invitations", row => new { row.school_id, row.id });
                table.ForeignKey(
                    "FK_invitations_students_school_id_student_id",
                    row => new { row.school_id, row.student_id },
                    "students",
                    ["school_id", "id"],
                    onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex("IX_invitations_school_id_student_id_address_hash", "invitations", ["school_id", "student_id", "address_hash"], unique: true);
        migration.CreateIndex("IX_invitations_school_id_address_hash", "invitations", ["school_id", "address_hash"]);
        migration.CreateIndex("IX_invitations_school_id_expires_at", "invitations", ["school_id", "expires_at"]);
    }

    private static void CreateLinks(MigrationBuilder migration)
    {
        migration.CreateTable(
            "links",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                id = table.Column<Guid>(),
                student_id = table.Column<string>(maxLength: 255),
                account_id = table.Column<string>(maxLength: 36),
                name = table.Column<string>(maxLength: 1400),
                origin = table.Column<int>(),
                since = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_links", row => new { row.school_id, row.id });
                table.ForeignKey(
                    "FK_links_accounts_school_id_account_id",
                    row => new { row.school_id, row.account_id },
                    "accounts",
                    ["school_id", "id"],
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    "FK_links_students_school_id_student_id",
                    row => new { row.school_id, row.student_id },
                    "students",
                    ["school_id", "id"],
                    onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex("IX_links_school_id_account_id_student_id", "links", ["school_id", "account_id", "student_id"], unique: true);
        migration.CreateIndex("IX_links_school_id_student_id", "links", ["school_id", "student_id"]);
    }

    private static void CreateViews(MigrationBuilder migration)
    {
        migration.CreateTable(
            "views",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                id = table.Column<Guid>(),
                at = table.Column<long>(),
                account_id = table.Column<string>(maxLength: 36),
                student_id = table.Column<string>(maxLength: 255),
                part = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_views", row => new { row.school_id, row.id });
                table.ForeignKey(
                    "FK_views_accounts_school_id_account_id",
                    row => new { row.school_id, row.account_id },
                    "accounts",
                    ["school_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("IX_views_school_id_account_id_student_id_at_part", "views", ["school_id", "account_id", "student_id", "at", "part"]);
        migration.CreateIndex("IX_views_school_id_at", "views", ["school_id", "at"]);
    }

    private static void CreateOutbox(MigrationBuilder migration)
    {
        migration.CreateTable(
            "outbox",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                id = table.Column<Guid>(),
                kind = table.Column<int>(),
                invitation_id = table.Column<Guid>(nullable: true),
                link_id = table.Column<Guid>(nullable: true),
                created_at = table.Column<long>(),
                next_attempt_at = table.Column<long>(),
                attempts = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_outbox", row => new { row.school_id, row.id }));
        migration.CreateIndex("IX_outbox_school_id_next_attempt_at", "outbox", ["school_id", "next_attempt_at"]);
        migration.CreateIndex("IX_outbox_school_id_invitation_id", "outbox", ["school_id", "invitation_id"]);
        migration.CreateIndex("IX_outbox_school_id_link_id", "outbox", ["school_id", "link_id"]);
    }
}
