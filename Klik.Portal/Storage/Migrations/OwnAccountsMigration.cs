using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Klik.Portal.Storage.Migrations;

/// <summary>The accounts that parents have at the school itself, where it allows them, and their passkeys.</summary>
[DbContext(typeof(ParentAccessDbContext))]
[Migration("20260120000000_OwnAccounts")]
internal sealed class OwnAccountsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("allows_own_accounts", "schools", defaultValue: false);
        migrationBuilder.AddColumn<Guid>("own_account_id", "outbox", nullable: true);
        CreateOwnAccounts(migrationBuilder);
        CreatePasskeys(migrationBuilder);
    }

    private static void CreateOwnAccounts(MigrationBuilder migration)
    {
        migration.CreateTable(
            "own_accounts",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                id = table.Column<string>(maxLength: 36),
                name = table.Column<string>(maxLength: 1400),
                address = table.Column<string>(maxLength: 1400),
                address_hash = table.Column<string>(maxLength: 48),
                confirmed_address_hash = table.Column<string>(maxLength: 48, nullable: true),
                language = table.Column<string>(maxLength: 35, nullable: true),
                created_at = table.Column<long>(),
                confirmed_at = table.Column<long>(nullable: true),
                password_hash = table.Column<string>(maxLength: 200, nullable: true),
                secured_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_own_accounts", row => new { row.school_id, row.id }));
        migration.CreateIndex("IX_own_accounts_school_id_address_hash_created_at", "own_accounts", ["school_id", "address_hash", "created_at"]);
        migration.CreateIndex(
            "IX_own_accounts_school_id_confirmed_address_hash", "own_accounts", ["school_id", "confirmed_address_hash"], unique: true);
        migration.CreateIndex("IX_own_accounts_school_id_created_at", "own_accounts", ["school_id", "created_at"]);
    }

    private static void CreatePasskeys(MigrationBuilder migration)
    {
        migration.CreateTable(
            "passkeys",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                credential_id = table.Column<string>(maxLength: 1364),
                own_account_id = table.Column<string>(maxLength: 36),
                public_key = table.Column<string>(maxLength: 2000),
                sign_count = table.Column<long>(),
                is_backup_eligible = table.Column<bool>(),
                is_backed_up = table.Column<bool>(),
                created_at = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_passkeys", row => new { row.school_id, row.credential_id });
                table.ForeignKey(
                    "FK_passkeys_own_accounts_school_id_own_account_id",
                    row => new { row.school_id, row.own_account_id },
                    "own_accounts",
                    ["school_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("IX_passkeys_school_id_own_account_id", "passkeys", ["school_id", "own_account_id"]);
    }
}
