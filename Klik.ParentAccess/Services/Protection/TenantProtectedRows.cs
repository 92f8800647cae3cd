using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.Protection;

/// <summary>What the tenant's database keeps under the tenant's keys.</summary>
internal sealed class TenantProtectedRows(TenantDatabase database, TenantTransactions transactions, ProtectedInvitations invitations) : IProtectedRows
{
    private static readonly SqlName None = new("CAST(NULL AS TEXT)");
    private static readonly SqlName Name = new("name");
    private static readonly SqlName Address = new("address");

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProtectedRow>> ListAsync(
        ProtectedTable table, byte keyVersion, string? after, int most, CancellationToken cancellationToken)
    {
        if (table == ProtectedTable.Invitations)
        {
            return await invitations.ListAsync(keyVersion, after, most, cancellationToken);
        }

        var newest = ProtectedText.BeginningsUnder(keyVersion);
        var name = table == ProtectedTable.Accounts ? None : Name;
        var address = table == ProtectedTable.Links ? None : Address;
        return await database.QueryAsync(
            $"""
            SELECT id, {name}, {address} FROM {Of(table)}
            WHERE id > {after ?? ""} AND (substr({name}, 1, {ProtectedText.BeginningLength}) NOT IN {newest} OR substr({address}, 1, {ProtectedText.BeginningLength}) NOT IN {newest})
            ORDER BY id LIMIT {most}
            """,
            row => new ProtectedRow(
                row.GetString(0),
                row.TextOrNull(1) is { } nameText ? new ProtectedText(nameText) : null,
                row.TextOrNull(2) is { } addressText ? new ProtectedText(addressText) : null),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> ReplaceAsync(ProtectedTable table, IReadOnlyList<RenewedRow> rows, CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            async () =>
            {
                if (table == ProtectedTable.Invitations)
                {
                    return await invitations.ReplaceAsync(rows, cancellationToken);
                }

                var ids = rows.Select(row => row.Old.Id).ToList();
                var free = await FreeAsync(Of(table), $"id IN {ids}", cancellationToken);
                var replaced = 0;
                foreach (var row in rows.Where(row => free.Contains(row.Old.Id)))
                {
                    if (await TryRenewLoginAsync(row, cancellationToken))
                    {
                        replaced += await database.ExecuteAsync(Replacement(table, row), cancellationToken);
                    }
                }

                return replaced;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountLoginsAsync(byte keyVersion, CancellationToken cancellationToken) =>
        database.CountAsync(
            $"SELECT COUNT(*) FROM {database.Accounts} WHERE login_hash NOT LIKE {Like.HashesUnder(keyVersion)}", cancellationToken);

    private SqlName Of(ProtectedTable table) => table switch
    {
        ProtectedTable.OwnAccounts => database.OwnAccounts,
        ProtectedTable.Accounts => database.Accounts,
        ProtectedTable.Links => database.Links,
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "There is no such table."),
    };

    private FormattableString Replacement(ProtectedTable table, RenewedRow row)
    {
        var (id, name, address) = (row.Old.Id, row.Old.Name?.Value, row.Old.Address?.Value);
        var hash = row.AddressHash?.Value;
        return table switch
        {
            ProtectedTable.OwnAccounts => $"""
                UPDATE {database.OwnAccounts} SET name = {row.Name!.Value}, address = {row.Address!.Value}, address_hash = {hash},
                    confirmed_address_hash = CASE WHEN confirmed_address_hash IS NULL THEN NULL ELSE {hash} END
                WHERE id = {id} AND name = {name} AND address = {address} AND (confirmed_address_hash IS NULL
                    OR NOT EXISTS (SELECT 1 FROM {database.OwnAccounts} o WHERE o.confirmed_address_hash = {hash}))
                """,
            ProtectedTable.Accounts => $"""
                UPDATE {database.Accounts} SET address = {row.Address!.Value}, address_hash = {hash} WHERE id = {id} AND address = {address}
                """,
            _ => $"UPDATE {database.Links} SET name = {row.Name!.Value} WHERE id = {id} AND name = {name}",
        };
    }

    // The parent's account of an account at the school is known by a hash alone, which goes with the row; not at all while somebody
    // else has it locked.
    private async Task<bool> TryRenewLoginAsync(RenewedRow row, CancellationToken cancellationToken)
    {
        var hashes = row.LoginHashes.Select(hash => hash.Value).ToList();
        if (hashes is not [var newest, .. { Count: > 0 } older])
        {
            return true;
        }

        var free = await FreeAsync(database.Accounts, $"login_hash IN {older}", cancellationToken);
        await database.ExecuteAsync($"UPDATE {database.Accounts} SET login_hash = {newest} WHERE id IN {free}", cancellationToken);
        return await database.CountAsync($"SELECT COUNT(*) FROM {database.Accounts} WHERE login_hash IN {older}", cancellationToken) == 0;
    }

    // On PostgreSQL locked, without waiting; on SQLite the transaction has them all.
    private async Task<HashSet<string>> FreeAsync(SqlName table, FormattableString condition, CancellationToken cancellationToken)
    {
        var locking = new SqlName(database.IsPostgres ? "FOR UPDATE SKIP LOCKED" : "");
        return [.. await database.QueryAsync(Sql.Join($"SELECT id FROM {table} WHERE ", condition, $" {locking}"), row => row.GetString(0), cancellationToken)];
    }
}
