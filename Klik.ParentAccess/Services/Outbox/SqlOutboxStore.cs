using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.Outbox;

/// <summary>The queued messages in the tenant's database.</summary>
internal sealed class SqlOutboxStore(TenantDatabase database) : IOutboxStore
{
    /// <inheritdoc/>
    public Task AddAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            $"""
            INSERT INTO {database.Outbox} (id, kind, invitation_id, link_id, own_account_id, created_at, next_attempt_at, attempts)
            VALUES ({message.Id}, {message.Kind}, {message.InvitationId}, {message.LinkId}, {message.OwnAccountId}, {message.CreatedAt}, {message.NextAttemptAt}, {message.Attempts})
            """,
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(
        DateTimeOffset now,
        DateTimeOffset leaseUntil,
        int most,
        CancellationToken cancellationToken)
    {
        var due = await DueAsync(now, most, cancellationToken);
        if (due.Count == 0)
        {
            return [];
        }

        var ids = due.Select(message => message.Id).ToList();
        await database.ExecuteAsync(
            $"UPDATE {database.Outbox} SET next_attempt_at = {leaseUntil}, attempts = attempts + 1 WHERE id IN {ids}",
            cancellationToken);
        return [.. due.Select(message => message with { NextAttemptAt = leaseUntil, Attempts = message.Attempts + 1 })];
    }

    /// <inheritdoc/>
    public Task RetryAsync(Guid id, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken) =>
        database.ExecuteAsync($"UPDATE {database.Outbox} SET next_attempt_at = {nextAttemptAt} WHERE id = {id}", cancellationToken);

    /// <inheritdoc/>
    public Task HoldAsync(Guid id, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            $"UPDATE {database.Outbox} SET created_at = {nextAttemptAt}, next_attempt_at = {nextAttemptAt}, attempts = 0 WHERE id = {id}",
            cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        database.ExecuteAsync($"DELETE FROM {database.Outbox} WHERE id = {id}", cancellationToken);

    /// <inheritdoc/>
    public Task RemoveOfInvitationAsync(Guid invitationId, CancellationToken cancellationToken) =>
        database.ExecuteAsync($"DELETE FROM {database.Outbox} WHERE invitation_id = {invitationId}", cancellationToken);

    /// <inheritdoc/>
    public Task RemoveOfLinksAsync(IReadOnlyCollection<Guid> linkIds, CancellationToken cancellationToken) =>
        linkIds.Count == 0
            ? Task.CompletedTask
            : database.ExecuteAsync($"DELETE FROM {database.Outbox} WHERE link_id IN {linkIds}", cancellationToken);

    // On PostgreSQL they are locked for this transaction, and what another sender is just claiming is passed over.
    private Task<List<OutboxMessage>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        database.QueryAsync(
            $"""
            SELECT id, kind, invitation_id, link_id, created_at, next_attempt_at, attempts, own_account_id FROM {database.Outbox}
            WHERE next_attempt_at <= {now} ORDER BY next_attempt_at, id LIMIT {most} {new SqlName(database.IsPostgres ? "FOR UPDATE SKIP LOCKED" : "")}
            """,
            row => new OutboxMessage(
                row.Id(0),
                (OutboxKind)row.GetInt32(1),
                row.IdOrNull(2),
                row.IdOrNull(3),
                row.Moment(4),
                row.Moment(5),
                row.GetInt32(6)) { OwnAccountId = row.IdOrNull(7) },
            cancellationToken);
}
