using System.Linq.Expressions;
using Klik.ParentAccess.Indexes;
using OrchardCore.ContentManagement;
using YesSql;
using YesSql.Indexes;
using ISession = YesSql.ISession;

namespace Klik.ParentAccess.Services.Storage;

/// <summary>
/// Content items that nothing of Orchard meets, straight from YesSql: the content manager would tell audit trail, search and
/// workflows of them (rule O3). None stays in the session, so that each is read afresh once it is locked.
/// </summary>
internal sealed class HiddenItems(ISession session, TenantDatabase database, RowLocks locks, OrchardCore.Entities.IIdGenerator ids)
{
    /// <summary>The items that an index condition finds, in no order.</summary>
    public async Task<IReadOnlyList<ContentItem>> LoadAsync<TIndex>(Expression<Func<TIndex, bool>> condition, CancellationToken cancellationToken)
        where TIndex : MapIndex, IDocumentIndex
    {
        var items = (await session.Query<ContentItem, TIndex>(condition).ListAsync(cancellationToken)).ToList();
        session.Detach(items);
        return items;
    }

    /// <summary>Locks the items that an index condition finds until the end of the transaction, and reads those that it still finds
    /// then.</summary>
    public async Task<IReadOnlyList<ContentItem>> LockAsync<TIndex>(Expression<Func<TIndex, bool>> condition, CancellationToken cancellationToken)
        where TIndex : MapIndex, IDocumentIndex
    {
        if (database.IsPostgres)
        {
            await locks.DocumentsAsync(await DocumentsAsync(condition, cancellationToken), cancellationToken);
        }

        return await LoadAsync(condition, cancellationToken);
    }

    /// <summary>Locks the items that an index condition finds and that nobody has locked, without waiting, and reads those that it
    /// still finds then.</summary>
    public async Task<IReadOnlyList<ContentItem>> LockFreeAsync<TIndex>(Expression<Func<TIndex, bool>> condition, CancellationToken cancellationToken)
        where TIndex : MapIndex, IDocumentIndex
    {
        if (!database.IsPostgres)
        {
            return await LoadAsync(condition, cancellationToken);
        }

        var locked = await locks.FreeDocumentsAsync(await DocumentsAsync(condition, cancellationToken), cancellationToken);
        return [.. (await LoadAsync(condition, cancellationToken)).Where(item => locked.Contains(item.Id))];
    }

    /// <summary>Saves a new item with a part.</summary>
    public Task AddAsync(string contentType, ContentPart part, CancellationToken cancellationToken)
    {
        // Neither published nor latest: that is what lists, search, GraphQL and deployment go by.
        var item = new ContentItem
        {
            ContentItemId = ids.GenerateUniqueId(),
            ContentType = contentType,
            Published = false,
            Latest = false,
        };
        return SaveAsync(item, part, cancellationToken);
    }

    /// <summary>Saves a locked item with what has become of its part.</summary>
    public async Task SaveAsync(ContentItem item, ContentPart part, CancellationToken cancellationToken)
    {
        item.Apply(part.GetType().Name, part);
        await session.SaveAsync(item, cancellationToken: cancellationToken);
        await session.FlushAsync(cancellationToken);
        session.Detach(item);
    }

    /// <summary>Removes locked items.</summary>
    public async Task RemoveAsync(IEnumerable<ContentItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            session.Delete(item);
        }

        await session.FlushAsync(cancellationToken);
    }

    private async Task<List<long>> DocumentsAsync<TIndex>(Expression<Func<TIndex, bool>> condition, CancellationToken cancellationToken)
        where TIndex : MapIndex, IDocumentIndex =>
        [.. (await session.QueryIndex(condition).ListAsync(cancellationToken)).Select(index => index.DocumentId)];
}
