namespace Klik.ParentAccess.Core.Throttling;

/// <summary>
/// Counts of attempts for the present school, kept in the database so that they hold across processes and restarts. Given by the
/// host. Each call is a transaction of its own and has happened when it returns, whatever becomes of the request; none is made while
/// a unit of work is open. Only <see cref="TakeBackAsync"/> may be the last thing that a unit of work does before it commits, and
/// happens with it.
/// </summary>
public interface IAttemptCounters
{
    /// <summary>The counts at a moment, in the order of the keys; a window that is over counts as none.</summary>
    Task<IReadOnlyList<AttemptCount>> ReadAsync(IReadOnlyList<AttemptKey> keys, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Adds one attempt to a count that must still be as it was read, and one to each of some others whatever they are.</summary>
    /// <param name="read">As <see cref="ReadAsync"/> gave it.</param>
    /// <param name="others">The others.</param>
    /// <param name="now">When the attempt is.</param>
    /// <param name="cancellationToken">Ends the work; nothing is changed then.</param>
    /// <returns>False when the count has changed since; nothing is changed then, in none of them.</returns>
    Task<bool> TryAddAsync(AttemptCount read, IReadOnlyList<AttemptKey> others, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// An attempt was no failure: takes one off each of its counts, down to none. Where none was counted since, the latest one is
    /// again that of before, so that no wait begins anew.
    /// </summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="forgotten">A count to forget altogether, one of these or another; null for none.</param>
    /// <param name="cancellationToken">Ends the work; nothing is changed then.</param>
    Task TakeBackAsync(CountedAttempt attempt, AttemptKey? forgotten, CancellationToken cancellationToken);

    /// <summary>Forgets a count altogether.</summary>
    Task ForgetAsync(AttemptKey key, CancellationToken cancellationToken);

    /// <summary>Removes counts whose latest attempt was before a moment.</summary>
    Task RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
