using System.Data.Common;
using Klik.ParentAccess.Core.Privacy;
using Klik.Portal.Storage.Connections;

namespace Klik.Portal.Storage.Protection;

/// <summary>What the portal's database keeps under the keys of a school.</summary>
internal sealed class PortalProtectedRows(ScopeTransaction scope, StoreTransactions transactions, Statements statements) : IProtectedRows
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProtectedRow>> ListAsync(
        ProtectedTable table, byte keyVersion, string? after, int most, CancellationToken cancellationToken)
    {
        var sql = ProtectedTableSql.Of(table);
        var newest = new ValueList("@newest", ProtectedText.BeginningsUnder(keyVersion));
        var next = new Statement(sql.Next(newest), [("@after", sql.Key(after)), ("@most", most), .. newest.Parameters]);
        return await statements.ListAsync(next, Read, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> ReplaceAsync(ProtectedTable table, IReadOnlyList<RenewedRow> rows, CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            async () =>
            {
                var sql = ProtectedTableSql.Of(table);
                var free = await FreeAsync(sql, rows, cancellationToken);
                var replaced = 0;
                foreach (var row in rows.Where(row => free is null || free.Contains(row.Old.Id)))
                {
                    replaced += await statements.ExecuteAsync(Replacement(sql, row), cancellationToken);
                }

                return replaced;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountLoginsAsync(byte keyVersion, CancellationToken cancellationToken) => Task.FromResult(0);

    private static Statement Replacement(ProtectedTableSql sql, RenewedRow row) => new(
        sql.Replace,
        ("@id", sql.Key(row.Old.Id)),
        ("@name", row.Name?.Value),
        ("@address", row.Address?.Value),
        ("@hash", row.AddressHash?.Value),
        ("@old_name", row.Old.Name?.Value ?? ""),
        ("@old_address", row.Old.Address?.Value ?? ""));

    private static ProtectedRow Read(DbDataReader row) => new(
        Id(row),
        row.GetStringOrNull(1) is { } name ? new ProtectedText(name) : null,
        row.GetStringOrNull(2) is { } address ? new ProtectedText(address) : null);

    // A GUID on PostgreSQL where it is one, and text on SQLite.
    private static string Id(DbDataReader row) => row.GetValue(0).ToString()!;

    // On SQLite the transaction has all of them.
    private async Task<HashSet<string>?> FreeAsync(ProtectedTableSql sql, IReadOnlyList<RenewedRow> rows, CancellationToken cancellationToken) =>
        scope.IsPostgres
            ? [.. await statements.ListAsync(new Statement(sql.Free, ("@ids", sql.Keys(rows.Select(row => row.Old.Id)))), Id, cancellationToken)]
            : null;
}
