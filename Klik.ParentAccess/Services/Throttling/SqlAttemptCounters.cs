using Klik.ParentAccess.Core.Throttling;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.Throttling;

/// <summary>Counts of attempts in the tenant's database. Each transaction takes its counts in the order of their keys.</summary>
internal sealed class SqlAttemptCounters(TenantDatabase database, TenantTransactions transactions, RowLocks locks) : IAttemptCounters
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<AttemptCount>> ReadAsync(IReadOnlyList<AttemptKey> keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = keys.Select(key => key.Value).ToList();
        var counts = (await database.QueryAsync(
            $"""
            SELECT counted_by, attempts, latest_at FROM {database.AttemptCounts}
            WHERE counted_by IN {values} AND attempts > 0 AND ends_at > {now}
            """,
            row => (Key: row.GetString(0), Attempts: row.GetInt32(1), Latest: row.Moment(2)),
            cancellationToken)).ToDictionary(count => count.Key, StringComparer.Ordinal);
        return
        [
            .. keys.Select(key => counts.TryGetValue(key.Value, out var count) ? new AttemptCount(key, count.Attempts, count.Latest) : new AttemptCount(key, 0, null)),
        ];
    }

    /// <inheritdoc/>
    public async Task<bool> TryAddAsync(AttemptCount read, IReadOnlyList<AttemptKey> others, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        foreach (var key in others.Append(read.Key).OrderBy(key => key.Value, StringComparer.Ordinal))
        {
            var added = key != read.Key ? await AddAsync(key, $"1 = 1", now, cancellationToken)
                : read.Attempts == 0 ? await AddAsync(key, $"present.attempts = 0 OR present.ends_at <= {now}", now, cancellationToken)
                : await AddAsync(read, now, cancellationToken);
            if (added == 0)
            {
                return false;
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public Task TakeBackAsync(CountedAttempt attempt, AttemptKey? forgotten, CancellationToken cancellationToken) => transactions.JoinAsync(
        async () =>
        {
            var changed = 0;
            var keys = attempt.Before.Select(before => before.Key).Append(forgotten).OfType<AttemptKey>().Distinct();
            foreach (var key in keys.OrderBy(key => key.Value, StringComparer.Ordinal))
            {
                changed += await (key == forgotten
                    ? DeleteAsync(key, cancellationToken)
                    : TakeBackAsync(attempt.Before.First(before => before.Key == key), attempt.At, cancellationToken));
            }

            return changed;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task ForgetAsync(AttemptKey key, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        await DeleteAsync(key, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        await locks.AttemptCountsAsync(before, cancellationToken);
        await database.ExecuteAsync($"DELETE FROM {database.AttemptCounts} WHERE latest_at < {before}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private Task<int> AddAsync(AttemptKey key, FormattableString condition, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            Sql.Join(
                $"""
                INSERT INTO {database.AttemptCounts} AS present (counted_by, attempts, ends_at, latest_at)
                VALUES ({key.Value}, 1, {now + key.Window}, {now})
                ON CONFLICT (counted_by) DO UPDATE SET
                    attempts = CASE WHEN present.attempts > 0 AND present.ends_at > excluded.latest_at THEN present.attempts + 1 ELSE 1 END,
                    ends_at = CASE WHEN present.attempts > 0 AND present.ends_at > excluded.latest_at THEN present.ends_at ELSE excluded.ends_at END,
                    latest_at = excluded.latest_at
                WHERE
                """,
                $" ",
                condition),
            cancellationToken);

    private Task<int> AddAsync(AttemptCount read, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            $"""
            UPDATE {database.AttemptCounts} SET attempts = attempts + 1, latest_at = {now}
            WHERE counted_by = {read.Key.Value} AND attempts = {read.Attempts} AND latest_at = {read.Latest} AND ends_at > {now}
            """,
            cancellationToken);

    private Task<int> TakeBackAsync(AttemptCount before, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            $"""
            UPDATE {database.AttemptCounts} SET
                latest_at = CASE WHEN attempts = {before.Attempts + 1} AND latest_at = {at} THEN {before.Latest ?? at} ELSE latest_at END,
                attempts = attempts - 1
            WHERE counted_by = {before.Key.Value} AND attempts > 0
            """,
            cancellationToken);

    private Task<int> DeleteAsync(AttemptKey key, CancellationToken cancellationToken) =>
        database.ExecuteAsync($"DELETE FROM {database.AttemptCounts} WHERE counted_by = {key.Value}", cancellationToken);
}
