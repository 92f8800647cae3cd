using Klik.ParentAccess.Core.Throttling;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.Throttling;

/// <summary>Counts of attempts in the portal's database. Each transaction takes its counts in the order of their keys.</summary>
internal sealed class EfAttemptCounters(Lazy<ParentAccessDbContext> context, Statements statements, StoreTransactions transactions, RowLocks locks) : IAttemptCounters
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<AttemptCount>> ReadAsync(IReadOnlyList<AttemptKey> keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new ValueList("@key", keys.Select(key => key.Value));
        var counts = await statements.ListAsync(
            new Statement(
                $"SELECT counted_by, attempts, latest_at FROM attempt_counts WHERE school_id = @school AND counted_by IN {values} AND attempts > 0 AND ends_at > @now",
                [("@now", now.UtcTicks), .. values.Parameters]),
            row => (CountedBy: row.GetString(0), Attempts: row.GetInt32(1), Latest: row.GetMoment(2)),
            cancellationToken);
        return
        [
            .. keys.Select(key => counts.Find(count => count.CountedBy == key.Value) is { CountedBy: not null } count
                ? new AttemptCount(key, count.Attempts, count.Latest)
                : new AttemptCount(key, 0, null)),
        ];
    }

    /// <inheritdoc/>
    public async Task<bool> TryAddAsync(AttemptCount read, IReadOnlyList<AttemptKey> others, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        var adding = new AttemptStatements(now);
        foreach (var key in InOrder(others.Append(read.Key)))
        {
            if (key == read.Key)
            {
                adding.AddIfStill(read);
            }
            else
            {
                adding.Add(key);
            }
        }

        // Each changes one row, but for the count that is no longer as it was.
        if (await statements.ExecuteAsync(adding.ToStatement(), cancellationToken) != others.Count + 1)
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public Task TakeBackAsync(CountedAttempt attempt, AttemptKey? forgotten, CancellationToken cancellationToken)
    {
        var takingBack = new AttemptStatements(attempt.At);
        foreach (var key in InOrder(attempt.Before.Select(before => before.Key).Append(forgotten).OfType<AttemptKey>().Distinct()))
        {
            if (key == forgotten)
            {
                takingBack.Forget(key);
            }
            else
            {
                takingBack.TakeBack(attempt.Before.First(before => before.Key == key));
            }
        }

        return transactions.ExecuteAsync(takingBack.ToStatement(), cancellationToken);
    }

    /// <inheritdoc/>
    public Task ForgetAsync(AttemptKey key, CancellationToken cancellationToken) =>
        transactions.ExecuteAsync(
            new Statement("DELETE FROM attempt_counts WHERE school_id = @school AND counted_by = @key", ("@key", key.Value)),
            cancellationToken);

    /// <inheritdoc/>
    public async Task RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        await locks.AttemptCountsAsync(before, cancellationToken);
        await context.Value.Set<AttemptCountRow>().Where(row => row.LatestAt < before).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static IOrderedEnumerable<AttemptKey> InOrder(IEnumerable<AttemptKey> keys) => keys.OrderBy(key => key.Value, StringComparer.Ordinal);
}
