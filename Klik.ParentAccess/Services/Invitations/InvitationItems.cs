using System.Linq.Expressions;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.ContentManagement;
using YesSql;
using ISession = YesSql.ISession;

namespace Klik.ParentAccess.Services.Invitations;

/// <summary>
/// The content items of the invitations, straight from YesSql: the content manager would tell audit trail, search and workflows of
/// them (rule O3). None stays in the session, so that each is read afresh once it is locked.
/// </summary>
internal sealed class InvitationItems(ISession session, TenantDatabase database, RowLocks locks, OrchardCore.Entities.IIdGenerator ids)
{
    /// <summary>The invitations that an index condition finds, the oldest first.</summary>
    public async Task<IReadOnlyList<Invitation>> ListAsync(Expression<Func<InvitationPartIndex, bool>> condition, CancellationToken cancellationToken) =>
        [.. (await LoadAsync(condition, cancellationToken)).Select(item => item.ToInvitation())];

    /// <summary>Locks an invitation until the end of the transaction and reads it then.</summary>
    /// <returns>Null when there is none any more.</returns>
    public async Task<ContentItem?> LockAsync(Guid id, CancellationToken cancellationToken)
    {
        var text = id.ToString();
        return await LockAsync(index => index.InvitationId == text, cancellationToken) is [var item] ? item : null;
    }

    /// <summary>Locks the invitations that an index condition finds, and reads those that it still finds then.</summary>
    public async Task<IReadOnlyList<ContentItem>> LockAsync(Expression<Func<InvitationPartIndex, bool>> condition, CancellationToken cancellationToken)
    {
        if (database.IsPostgres)
        {
            var found = await session.QueryIndex(condition).ListAsync(cancellationToken);
            await locks.DocumentsAsync([.. found.Select(index => index.DocumentId)], cancellationToken);
        }

        return await LoadAsync(condition, cancellationToken);
    }

    /// <summary>Saves a new invitation.</summary>
    public Task AddAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        // Neither published nor latest: that is what lists, search, GraphQL and deployment go by.
        var item = new ContentItem
        {
            ContentItemId = ids.GenerateUniqueId(),
            ContentType = InvitationPart.ContentType,
            Published = false,
            Latest = false,
        };
        return SaveAsync(item, invitation, cancellationToken);
    }

    /// <summary>Saves a locked invitation with what has become of it.</summary>
    public async Task SaveAsync(ContentItem item, Invitation invitation, CancellationToken cancellationToken)
    {
        item.Apply(nameof(InvitationPart), invitation.ToPart());
        await session.SaveAsync(item, cancellationToken: cancellationToken);
        await session.FlushAsync(cancellationToken);
        session.Detach(item);
    }

    /// <summary>Removes locked invitations.</summary>
    public async Task RemoveAsync(IEnumerable<ContentItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            session.Delete(item);
        }

        await session.FlushAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<ContentItem>> LoadAsync(Expression<Func<InvitationPartIndex, bool>> condition, CancellationToken cancellationToken)
    {
        var items = (await session.Query<ContentItem, InvitationPartIndex>(condition)
            .OrderBy(index => index.CreatedAtTicks).ThenBy(index => index.InvitationId)
            .ListAsync(cancellationToken)).ToList();
        session.Detach(items);
        return items;
    }
}
