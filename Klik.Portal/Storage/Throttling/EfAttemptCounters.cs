using Klik.ParentAccess.Core.Throttling;
using Klik.Portal.Storage.Connections;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.Throttling;

/// <summary>Counts of attempts in the portal's database. Each transaction takes its counts in the order of their keys.</summary>
internal sealed class EfAttemptCounters(
    Lazy<ParentAccessDbContext> context,
    Statements statements,
    StoreTransactions transactions,
    RowLocks locks,
    ScopeTransaction scope) : IAttemptCounters
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
        if (scope.IsOpen)
        {
            throw new InvalidOperationException("An attempt that is counted in a unit of work would not be, when that is given up.");
        }

        var adding = new AttemptStatements(now);
        if (others.Count > 0 && scope.IsPostgres)
        {
            return await statements.ExecuteAsync(adding.AddAllIfStill(read, others), cancellationToken) == others.Count;
        }

        await using var transaction = await transactions.BeginAsync(cancellationToken);
        if (await statements.ExecuteAsync(adding.AddIfStill(read), cancellationToken) == 0)
        {
            return false;
        }

        foreach (var key in others)
        {
            await statements.ExecuteAsync(adding.Add(key), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public Task TakeBackAsync(CountedAttempt attempt, AttemptKey? forgotten, CancellationToken cancellationToken)
    {
        var adding = new AttemptStatements(attempt.At);
        var keys = attempt.Before.Select(before => before.Key).Append(forgotten).OfType<AttemptKey>().Distinct();
        return transactions.ExecuteAsync(
            [
                .. keys.OrderBy(key => key.Value, StringComparer.Ordinal)
                    .Select(key => key == forgotten ? AttemptStatements.Forget(key) : adding.TakeBack(attempt.Before.First(before => before.Key == key))),
            ],
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task ForgetAsync(AttemptKey key, CancellationToken cancellationToken) =>
        transactions.ExecuteAsync([AttemptStatements.Forget(key)], cancellationToken);

    /// <inheritdoc/>
    public async Task RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        await locks.AttemptCountsAsync(before, cancellationToken);
        await context.Value.Set<AttemptCountRow>().Where(row => row.LatestAt < before).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
