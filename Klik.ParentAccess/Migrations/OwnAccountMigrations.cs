using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.Data.Migration;

namespace Klik.ParentAccess.Migrations;

/// <summary>
/// The tables of the accounts that parents have at the school itself, where the site allows them. Nothing of Orchard reads them, so
/// that neither its login page nor its exports know of a parent's password (rules I9, I13).
/// </summary>
public sealed class OwnAccountMigrations : DataMigration
{
    /// <summary>Makes them.</summary>
    public async Task<int> CreateAsync()
    {
        await CreateOwnAccountsAsync();
        await CreatePasskeysAsync();
        return 1;
    }

    private async Task CreateOwnAccountsAsync()
    {
        var dialect = SchemaBuilder.Dialect;
        await SchemaBuilder.CreateTableAsync(TableName.OwnAccounts, table => table
            .ExactTextColumn(dialect, "id", ColumnLength.Id, column => column.NotNull().PrimaryKey())
            .ExactTextColumn(dialect, "name", ColumnLength.ProtectedText, column => column.NotNull())
            .ExactTextColumn(dialect, "address", ColumnLength.ProtectedText, column => column.NotNull())
            .ExactTextColumn(dialect, "address_hash", ColumnLength.AddressHash, column => column.NotNull())
            .ExactTextColumn(dialect, "confirmed_address_hash", ColumnLength.AddressHash, column => column.Unique())
            .ExactTextColumn(dialect, "language", ColumnLength.Language)
            .Column<long>("created_at", column => column.NotNull())
            .Column<long>("confirmed_at")
            .ExactTextColumn(dialect, "password_hash", ColumnLength.PasswordHash)
            .Column<long>("secured_at", column => column.NotNull()));
        await SchemaBuilder.AlterTableAsync(TableName.OwnAccounts, table =>
        {
            table.CreateIndex("IDX_ParentOwnAccounts_Address", "address_hash", "created_at");
            table.CreateIndex("IDX_ParentOwnAccounts_Created", "created_at");
        });
    }

    private async Task CreatePasskeysAsync()
    {
        var dialect = SchemaBuilder.Dialect;
        await SchemaBuilder.CreateTableAsync(TableName.Passkeys, table => table
            .ExactTextColumn(dialect, "credential_id", Passkey.MaxCredentialIdLength, column => column.NotNull().PrimaryKey())
            .ExactTextColumn(dialect, "own_account_id", ColumnLength.Id, column => column.NotNull())
            .ExactTextColumn(dialect, "public_key", Passkey.MaxPublicKeyLength, column => column.NotNull())
            .Column<long>("sign_count", column => column.NotNull())
            .Column<bool>("is_backup_eligible", column => column.NotNull())
            .Column<bool>("is_backed_up", column => column.NotNull())
            .Column<long>("created_at", column => column.NotNull()));
        await SchemaBuilder.AlterTableAsync(TableName.Passkeys, table => table.CreateIndex("IDX_ParentPasskeys_Account", "own_account_id"));
    }
}
