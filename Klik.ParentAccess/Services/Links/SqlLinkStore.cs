using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.Links;

/// <summary>The links in the tenant's database.</summary>
internal sealed class SqlLinkStore(TenantDatabase database, RowLocks locks) : ILinkStore
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There is no such account.</exception>
    public async Task<bool> TryAddAsync(Link link, CancellationToken cancellationToken)
    {
        await locks.AccountAsync(link.AccountId, cancellationToken);
        if (await database.CountAsync($"SELECT COUNT(*) FROM {database.Accounts} WHERE id = {link.AccountId}", cancellationToken) == 0)
        {
            throw new InvalidOperationException("A link needs an account.");
        }

        return await database.ExecuteAsync(
            $"""
            INSERT INTO {database.Links} (account_id, student_id, id, name, origin, since)
            VALUES ({link.AccountId}, {link.StudentId.Value}, {link.Id}, {link.Name.Value}, {link.Origin}, {link.Since})
            ON CONFLICT DO NOTHING
            """,
            cancellationToken) == 1;
    }

    /// <inheritdoc/>
    public async Task<Link?> TryRemoveAsync(StudentId student, Guid linkId, CancellationToken cancellationToken)
    {
        if (await FindAsync(linkId, cancellationToken) is not { } found || found.StudentId != student)
        {
            return null;
        }

        await locks.AccountAsync(found.AccountId, cancellationToken);
        var removed = await database.ExecuteAsync($"DELETE FROM {database.Links} WHERE id = {linkId}", cancellationToken);
        return removed == 1 ? found : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> RemoveOfAccountAsync(string accountId, CancellationToken cancellationToken)
    {
        // Nobody else adds or removes a link of the account from here on.
        await locks.AccountAsync(accountId, cancellationToken);
        var ids = await database.QueryAsync($"SELECT id FROM {database.Links} WHERE account_id = {accountId}", row => row.Id(0), cancellationToken);
        await database.ExecuteAsync($"DELETE FROM {database.Links} WHERE account_id = {accountId}", cancellationToken);
        return ids;
    }

    /// <inheritdoc/>
    public Task<int> CountOfAccountAsync(string accountId, CancellationToken cancellationToken) =>
        database.CountAsync($"SELECT COUNT(*) FROM {database.Links} WHERE account_id = {accountId}", cancellationToken);

    /// <inheritdoc/>
    public async Task<AddressUse> UseOfAddressAsync(StudentId student, IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken)
    {
        var values = hashes.Select(hash => hash.Value).ToList();
        var areLinked = await database.QueryAsync(
            $"""
            SELECT l.id FROM {database.Accounts} a LEFT JOIN {database.Links} l ON l.account_id = a.id AND l.student_id = {student.Value}
            WHERE a.address_hash IN {values}
            """,
            row => !row.IsDBNull(0),
            cancellationToken);
        return AddressUses.Of(areLinked);
    }

    private async Task<Link?> FindAsync(Guid linkId, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            $"SELECT id, student_id, account_id, name, origin, since FROM {database.Links} WHERE id = {linkId}",
            row => row.Link(0),
            cancellationToken)).FirstOrDefault();
}
