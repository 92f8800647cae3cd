using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.ContentManagement;
using YesSql.Services;

namespace Klik.ParentAccess.Services.Invitations;

/// <summary>The invitations as content items (rule O3).</summary>
internal sealed class YesSqlInvitationStore(InvitationItems items, TenantDatabase database, RowLocks locks) : IInvitationStore
{
    /// <inheritdoc/>
    public async Task<bool> TryAddAsync(Invitation invitation, IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken)
    {
        // The lock and not the unique index answers, because a violation would end the transaction on PostgreSQL; the index is there
        // for what comes past this method.
        await locks.InvitationsOfAsync(invitation.StudentId, cancellationToken);
        var student = invitation.StudentId.Value;
        var values = Values(hashes);
        foreach (var known in await items.LockAsync(index => index.StudentId == student && index.AddressHash.IsIn(values), cancellationToken))
        {
            if (known.ToInvitation().ExpiresAt > invitation.CreatedAt)
            {
                return false;
            }

            await ForgetAddressAsync(known, cancellationToken);
        }

        await items.AddAsync(invitation, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Invitation>> OpenForAddressAsync(
        IReadOnlyList<AddressHash> hashes,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var values = Values(hashes);
        var ticks = now.UtcTicks;
        return items.ListAsync(index => index.AddressHash.IsIn(values) && index.ExpiresAtTicks > ticks, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> TryTakeAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        await items.LockAsync(id, cancellationToken) is { } item
        && item.ToInvitation().ExpiresAt > now
        && await RemoveAsync(item, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> TryDeleteAsync(StudentId student, Guid id, CancellationToken cancellationToken) =>
        await items.LockAsync(id, cancellationToken) is { } item
        && item.ToInvitation().StudentId == student
        && await RemoveAsync(item, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> TryExtendAsync(
        StudentId student,
        Guid id,
        DateTimeOffset now,
        DateTimeOffset mailedUntil,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken)
    {
        if (await items.LockAsync(id, cancellationToken) is not { } item
            || item.ToInvitation() is not { } invitation
            || invitation.StudentId != student
            || invitation.ExpiresAt <= now
            || (invitation.ResentAt ?? invitation.CreatedAt) > mailedUntil)
        {
            return false;
        }

        var extended = invitation with { ExpiresAt = expiresAt, ResentAt = now, Mail = InvitationMailState.Queued };
        await items.SaveAsync(item, extended, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task SetMailStateAsync(Guid id, Guid messageId, InvitationMailState state, CancellationToken cancellationToken)
    {
        // Whoever sends the mail anew has the invitation's lock, so that the outbox is looked at only once it is ours.
        if (await items.LockAsync(id, cancellationToken) is { } item
            && await database.CountAsync($"SELECT COUNT(*) FROM {database.Outbox} WHERE id = {messageId}", cancellationToken) > 0)
        {
            await items.SaveAsync(item, item.ToInvitation() with { Mail = state }, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> TryCountMailAsync(StudentId student, DateOnly day, int most, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(
            $"INSERT INTO {database.MailCounts} (student_id, day, mails) VALUES ({student.Value}, {day}, 0) ON CONFLICT DO NOTHING",
            cancellationToken);
        return await database.ExecuteAsync(
            $"UPDATE {database.MailCounts} SET mails = mails + 1 WHERE student_id = {student.Value} AND day = {day} AND mails < {most}",
            cancellationToken) == 1;
    }

    /// <inheritdoc/>
    public Task RemoveMailCountsAsync(DateOnly before, CancellationToken cancellationToken) =>
        database.ExecuteAsync($"DELETE FROM {database.MailCounts} WHERE day < {before}", cancellationToken);

    /// <inheritdoc/>
    public async Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ticks = now.UtcTicks;
        var expired = await items.LockAsync(index => index.ExpiresAtTicks <= ticks && index.AddressHash != null, cancellationToken);
        foreach (var item in expired)
        {
            await ForgetAddressAsync(item, cancellationToken);
        }

        return expired.Count;
    }

    /// <inheritdoc/>
    public async Task<int> RemoveExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var ticks = before.UtcTicks;
        var expired = await items.LockAsync(index => index.ExpiresAtTicks < ticks, cancellationToken);
        await items.RemoveAsync(expired, cancellationToken);
        return expired.Count;
    }

    private static List<string> Values(IReadOnlyList<AddressHash> hashes) => [.. hashes.Select(hash => hash.Value)];

    private Task ForgetAddressAsync(ContentItem item, CancellationToken cancellationToken) =>
        items.SaveAsync(item, item.ToInvitation() with { Address = null, AddressHash = null }, cancellationToken);

    private async Task<bool> RemoveAsync(ContentItem item, CancellationToken cancellationToken)
    {
        await items.RemoveAsync([item], cancellationToken);
        return true;
    }
}
