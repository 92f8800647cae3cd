using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Core.Throttling;

/// <summary>How many attempts are free, and how long the next ones wait: a time that doubles.</summary>
/// <param name="Kind">What they are counted by, in a word of its own.</param>
/// <param name="Free">How many come without a wait.</param>
/// <param name="FirstWait">How long the first wait is.</param>
/// <param name="LongestWait">How long a wait becomes.</param>
/// <param name="Window">How long they are counted together; no wait goes beyond it.</param>
internal sealed record AttemptLimit(string Kind, int Free, TimeSpan FirstWait, TimeSpan LongestWait, TimeSpan Window)
{
    /// <summary>The longest that attempts of any kind are counted together.</summary>
    public static readonly TimeSpan LongestWindow = TimeSpan.FromDays(1);

    /// <summary>What the attempts of somebody or something are counted by.</summary>
    public AttemptKey KeyOf(string what, PersonalData personalData) => AttemptKey.Of(Kind, what, Window, personalData);

    /// <summary>How long the next attempt waits after the latest.</summary>
    /// <param name="attempts">How many there have been.</param>
    public TimeSpan WaitAfter(int attempts) => attempts < Free
        ? TimeSpan.Zero
        : FirstWait * Math.Min(LongestWait / FirstWait, Math.Pow(2, attempts - Free));

    /// <summary>When the next attempt may come; null for at once.</summary>
    public DateTimeOffset? Until(AttemptCount count, DateTimeOffset now) =>
        count.Latest + WaitAfter(count.Attempts) is { } until && until > now ? until : null;
}
