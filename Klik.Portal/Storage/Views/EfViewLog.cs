using Klik.ParentAccess.Core.Views;
using Klik.Portal.Storage.Links;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.Views;

/// <summary>The view log in the portal's database.</summary>
internal sealed class EfViewLog(Lazy<ParentAccessDbContext> context, Statements statements, RowLocks locks) : IViewLog
{
    private DbSet<ViewRow> Rows => context.Value.Set<ViewRow>();

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
        Rows.Where(row => row.At < before).ExecuteDeleteAsync(cancellationToken);

    /// <inheritdoc/>
    public Task RemoveOfAccountAsync(string accountId, CancellationToken cancellationToken) =>
        Rows.Where(row => row.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);

    private async Task AddOfAccountAsync(string accountId, IReadOnlyList<View> views, DateTimeOffset visitBegan, CancellationToken cancellationToken)
    {
        var students = views.Select(view => view.StudentId.Value).Distinct().ToList();

        // Two requests of one parent at the same moment take turns here, so that the second sees what the first wrote down.
        await locks.LinksAsync(accountId, students, cancellationToken);
        var linked = await context.Value.Set<LinkRow>()
            .Where(row => row.AccountId == accountId && students.Contains(row.StudentId))
            .Select(row => row.StudentId)
            .ToListAsync(cancellationToken);
        var written = await Rows
            .Where(row => row.AccountId == accountId && students.Contains(row.StudentId) && row.At >= visitBegan)
            .Select(row => new { row.StudentId, row.Part })
            .ToListAsync(cancellationToken);

        var known = written.Select(row => (row.StudentId, row.Part)).ToHashSet();
        foreach (var view in views.Where(view => linked.Contains(view.StudentId.Value) && known.Add((view.StudentId.Value, view.Part))))
        {
            await statements.TryInsertAsync(ViewRow.From(statements.SchoolId, view), cancellationToken);
        }
    }
}
