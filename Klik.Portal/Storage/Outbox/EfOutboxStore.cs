using Klik.ParentAccess.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.Outbox;

/// <summary>The queued messages in the portal's database.</summary>
internal sealed class EfOutboxStore(Lazy<ParentAccessDbContext> context, Statements statements) : IOutboxStore
{
    private DbSet<OutboxRow> Rows => context.Value.Set<OutboxRow>();

    /// <inheritdoc/>
    public Task AddAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        statements.InsertAsync(OutboxRow.From(statements.SchoolId, message), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(
        DateTimeOffset now,
        DateTimeOffset leaseUntil,
        int most,
        CancellationToken cancellationToken)
    {
        var due = await Due(now, most).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return [];
        }

        var ids = due.Select(row => row.Id).ToList();
        await Rows.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.NextAttemptAt, leaseUntil).SetProperty(row => row.Attempts, row => row.Attempts + 1),
            cancellationToken);
        return [.. due.Select(row => row.ToMessage() with { NextAttemptAt = leaseUntil, Attempts = row.Attempts + 1 })];
    }

    /// <inheritdoc/>
    public Task RetryAsync(Guid id, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken) =>
        Rows.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, nextAttemptAt), cancellationToken);

    /// <inheritdoc/>
    public Task HoldAsync(Guid id, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken) =>
        Rows.Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.CreatedAt, nextAttemptAt).SetProperty(row => row.NextAttemptAt, nextAttemptAt).SetProperty(row => row.Attempts, 0),
            cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        Rows.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);

    /// <inheritdoc/>
    public Task RemoveOfInvitationAsync(Guid invitationId, CancellationToken cancellationToken) =>
        Rows.Where(row => row.InvitationId == invitationId).ExecuteDeleteAsync(cancellationToken);

    /// <inheritdoc/>
    public Task RemoveOfLinksAsync(IReadOnlyCollection<Guid> linkIds, CancellationToken cancellationToken) =>
        Rows.Where(row => row.LinkId != null && linkIds.Contains(row.LinkId.Value)).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<OutboxRow> Due(DateTimeOffset now, int most)
    {
        if (context.Value.Database.IsNpgsql())
        {
            // Locked for this transaction; what another sender is just claiming is passed over. The school's filter is in the
            // statement, because nothing can be put around one that locks. The columns are named: a statement that was prepared
            // with a star fails once a newer version adds one.
            return Rows
                .FromSql($"""
                    SELECT school_id, id, kind, invitation_id, link_id, own_account_id, created_at, next_attempt_at, attempts
                    FROM outbox WHERE school_id = {statements.SchoolId} AND next_attempt_at <= {now.UtcTicks}
                    ORDER BY next_attempt_at, id LIMIT {most} FOR UPDATE SKIP LOCKED
                    """)
                .IgnoreQueryFilters([ParentAccessDbContext.SchoolFilter]);
        }

        return Rows.Where(row => row.NextAttemptAt <= now).OrderBy(row => row.NextAttemptAt).ThenBy(row => row.Id).Take(most);
    }
}
