using System.Linq.Expressions;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.ContentManagement;

namespace Klik.ParentAccess.Services.Invitations;

/// <summary>The content items of the invitations (rule O3).</summary>
internal sealed class InvitationItems(HiddenItems items)
{
    /// <summary>The invitations that an index condition finds, the oldest first.</summary>
    public async Task<IReadOnlyList<Invitation>> ListAsync(Expression<Func<InvitationPartIndex, bool>> condition, CancellationToken cancellationToken) =>
    [
        .. (await items.LoadAsync(condition, cancellationToken))
            .Select(item => item.ToInvitation())
            .OrderBy(invitation => invitation.CreatedAt).ThenBy(invitation => invitation.Id),
    ];

    /// <summary>Locks an invitation until the end of the transaction and reads it then.</summary>
    /// <returns>Null when there is none any more.</returns>
    public async Task<ContentItem?> LockAsync(Guid id, CancellationToken cancellationToken)
    {
        var text = id.ToString();
        return await LockAsync(index => index.InvitationId == text, cancellationToken) is [var item] ? item : null;
    }

    /// <summary>Locks the invitations that an index condition finds, and reads those that it still finds then.</summary>
    public Task<IReadOnlyList<ContentItem>> LockAsync(Expression<Func<InvitationPartIndex, bool>> condition, CancellationToken cancellationToken) =>
        items.LockAsync(condition, cancellationToken);

    /// <summary>Locks those that an index condition finds and that nobody has locked, without waiting, and reads those that it still
    /// finds then.</summary>
    public Task<IReadOnlyList<ContentItem>> LockFreeAsync(Expression<Func<InvitationPartIndex, bool>> condition, CancellationToken cancellationToken) =>
        items.LockFreeAsync(condition, cancellationToken);

    /// <summary>Saves a new invitation.</summary>
    public Task AddAsync(Invitation invitation, CancellationToken cancellationToken) =>
        items.AddAsync(InvitationPart.ContentType, invitation.ToPart(), cancellationToken);

    /// <summary>Saves a locked invitation with what has become of it.</summary>
    public Task SaveAsync(ContentItem item, Invitation invitation, CancellationToken cancellationToken) =>
        items.SaveAsync(item, invitation.ToPart(), cancellationToken);

    /// <summary>Removes locked invitations.</summary>
    public Task RemoveAsync(IEnumerable<ContentItem> invitations, CancellationToken cancellationToken) =>
        items.RemoveAsync(invitations, cancellationToken);
}
