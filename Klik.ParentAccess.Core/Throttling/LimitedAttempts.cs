using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Core.Throttling;

/// <summary>Attempts that a limit of their own holds.</summary>
internal static class LimitedAttempts
{
    /// <summary>Counts an attempt, if one may be made now. Not to be called while a unit of work is open.</summary>
    /// <param name="counters">Where it is counted.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="what">Whose or which attempt it is.</param>
    /// <param name="personalData">Hashes that.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<AttemptTry> TakeAsync(
        this IAttemptCounters counters, AttemptLimit limit, string what, PersonalData personalData, TimeProvider time, CancellationToken cancellationToken)
    {
        // Of those who come at the same moment one is counted at a time. After as many as are free the others wait, so that so
        // many turns are enough, and more would be needed only where some were taken back meanwhile.
        var key = limit.KeyOf(what, personalData);
        for (var turn = 0; turn <= limit.Free; turn++)
        {
            var now = time.GetUtcNow();
            var read = await counters.ReadAsync([key], now, cancellationToken);
            if (limit.Until(read[0], now) is { } until)
            {
                return new AttemptTry(null, until);
            }

            if (await counters.TryAddAsync(read[0], [], now, cancellationToken))
            {
                return new AttemptTry(new CountedAttempt(read, now), null);
            }
        }

        return new AttemptTry(null, time.GetUtcNow().AddSeconds(1));
    }
}
