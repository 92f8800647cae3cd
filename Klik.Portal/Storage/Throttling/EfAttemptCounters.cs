using Klik.ParentAccess.Core.Throttling;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.Throttling;

/// <summary>Counts of attempts in the portal's database. Each transaction takes its counts in the order of their keys.</summary>
internal sealed class EfAttemptCounters(ParentAccessDbContext context, StoreTransactions transactions, RowLocks locks) : IAttemptCounters
{
    // One attempt more, or the first one of a window.
    private const string Add = """
        INSERT INTO attempt_counts (school_id, counted_by, attempts, ends_at, latest_at) VALUES (@school, @key, 1, @end, @now)
        ON CONFLICT (school_id, counted_by) DO UPDATE SET
          attempts = CASE WHEN attempt_counts.attempts > 0 AND attempt_counts.ends_at > @now THEN attempt_counts.attempts + 1 ELSE 1 END,
          ends_at = CASE WHEN attempt_counts.attempts > 0 AND attempt_counts.ends_at > @now THEN attempt_counts.ends_at ELSE @end END,
          latest_at = @now
        """;

    private const string AddFirst = Add + " WHERE attempt_counts.attempts = 0 OR attempt_counts.ends_at <= @now";

    private DbSet<AttemptCountRow> Rows => context.Set<AttemptCountRow>();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AttemptCount>> ReadAsync(IReadOnlyList<AttemptKey> keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = keys.Select(key => key.Value).ToList();
        var counts = await Rows
            .Where(row => values.Contains(row.CountedBy) && row.Attempts > 0 && row.EndsAt > now)
            .ToDictionaryAsync(row => row.CountedBy, cancellationToken);
        return
        [
            .. keys.Select(key => counts.TryGetValue(key.Value, out var row) ? new AttemptCount(key, row.Attempts, row.LatestAt) : new AttemptCount(key, 0, null)),
        ];
    }

    /// <inheritdoc/>
    public async Task<bool> TryAddAsync(AttemptCount read, IReadOnlyList<AttemptKey> others, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        foreach (var key in others.Append(read.Key).OrderBy(key => key.Value, StringComparer.Ordinal))
        {
            var added = key != read.Key ? await AddAsync(Add, key, now, cancellationToken)
                : read.Attempts == 0 ? await AddAsync(AddFirst, key, now, cancellationToken)
                : await AddFurtherAsync(read, now, cancellationToken);
            if (added == 0)
            {
                return false;
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task TakeBackAsync(CountedAttempt attempt, AttemptKey? forgotten, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        var keys = attempt.Before.Select(before => before.Key).Append(forgotten).OfType<AttemptKey>().Distinct();
        foreach (var key in keys.OrderBy(key => key.Value, StringComparer.Ordinal))
        {
            await (key == forgotten
                ? Row(key).ExecuteDeleteAsync(cancellationToken)
                : TakeBackAsync(attempt.Before.First(before => before.Key == key), attempt.At, cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ForgetAsync(AttemptKey key, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        await Row(key).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        await locks.AttemptCountsAsync(before, cancellationToken);
        await Rows.Where(row => row.LatestAt < before).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private Task<int> AddAsync(string sql, AttemptKey key, DateTimeOffset now, CancellationToken cancellationToken) => context.ExecuteAsync(
        sql,
        [("@school", context.SchoolId), ("@key", key.Value), ("@now", now.UtcTicks), ("@end", (now + key.Window).UtcTicks)],
        cancellationToken);

    private Task<int> AddFurtherAsync(AttemptCount read, DateTimeOffset now, CancellationToken cancellationToken) =>
        Row(read.Key).Where(count => count.Attempts == read.Attempts && count.LatestAt == read.Latest && count.EndsAt > now).ExecuteUpdateAsync(
            set => set.SetProperty(count => count.Attempts, count => count.Attempts + 1).SetProperty(count => count.LatestAt, now),
            cancellationToken);

    private Task<int> TakeBackAsync(AttemptCount before, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var counted = before.Attempts + 1;
        var latest = before.Latest ?? at;
        return Row(before.Key).Where(row => row.Attempts > 0).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.LatestAt, row => row.Attempts == counted && row.LatestAt == at ? latest : row.LatestAt)
                .SetProperty(row => row.Attempts, row => row.Attempts - 1),
            cancellationToken);
    }

    private IQueryable<AttemptCountRow> Row(AttemptKey key)
    {
        var value = key.Value;
        return Rows.Where(row => row.CountedBy == value);
    }
}
