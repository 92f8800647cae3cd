using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Views;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.Views;

/// <summary>The view log in the tenant's database.</summary>
internal sealed class SqlViewLog(TenantDatabase database, RowLocks locks) : IViewLog
{
    /// <inheritdoc/>
    public async Task AddAsync(IReadOnlyCollection<View> views, DateTimeOffset visitBegan, CancellationToken cancellationToken)
    {
        foreach (var ofAccount in views.GroupBy(view => view.AccountId).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            await AddOfAccountAsync(ofAccount.Key, [.. ofAccount], visitBegan, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        database.ExecuteAsync($"DELETE FROM {database.Views} WHERE at < {before}", cancellationToken);

    /// <inheritdoc/>
    public Task RemoveOfAccountAsync(string accountId, CancellationToken cancellationToken) =>
        database.ExecuteAsync($"DELETE FROM {database.Views} WHERE account_id = {accountId}", cancellationToken);

    private async Task AddOfAccountAsync(string accountId, IReadOnlyList<View> views, DateTimeOffset visitBegan, CancellationToken cancellationToken)
    {
        var students = views.Select(view => view.StudentId.Value).Distinct().ToList();

        // Two requests of one parent at the same moment take turns here, so that the second sees what the first wrote down.
        await locks.LinksAsync(accountId, students, cancellationToken);
        var linked = await database.QueryAsync(
            $"SELECT student_id FROM {database.Links} WHERE account_id = {accountId} AND student_id IN {students}",
            row => row.GetString(0),
            cancellationToken);
        var written = await database.QueryAsync(
            $"SELECT student_id, part FROM {database.Views} WHERE account_id = {accountId} AND student_id IN {students} AND at >= {visitBegan}",
            row => (row.GetString(0), (StudentPart)row.GetInt32(1)),
            cancellationToken);

        var known = written.ToHashSet();
        foreach (var view in views.Where(view => linked.Contains(view.StudentId.Value) && known.Add((view.StudentId.Value, view.Part))))
        {
            await database.ExecuteAsync(
                $"""
                INSERT INTO {database.Views} (id, at, account_id, student_id, part)
                VALUES ({view.Id}, {view.At}, {view.AccountId}, {view.StudentId.Value}, {view.Part})
                """,
                cancellationToken);
        }
    }
}
