namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>How many tries are free, and how long the next ones wait: a time that doubles.</summary>
/// <param name="Free">How many come without a wait.</param>
/// <param name="FirstWait">How long the first wait is.</param>
/// <param name="LongestWait">How long a wait becomes.</param>
/// <param name="Memory">How long after the last try it is forgotten.</param>
public sealed record TryLimit(int Free, TimeSpan FirstWait, TimeSpan LongestWait, TimeSpan Memory)
{
    /// <summary>Passwords typed for one address; a lockout that ends by itself and that a passkey or reset goes around.</summary>
    public static TryLimit Password { get; } = new(5, TimeSpan.FromSeconds(30), TimeSpan.FromHours(1), TimeSpan.FromDays(1));

    /// <summary>Whatever comes from one network address; many people may share one.</summary>
    public static TryLimit Network { get; } = new(30, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));

    /// <summary>Mails to one address that did not ask for them.</summary>
    public static TryLimit Mail { get; } = new(3, TimeSpan.FromHours(1), TimeSpan.FromHours(12), TimeSpan.FromDays(1));

    /// <summary>The longest of all memories.</summary>
    public static TimeSpan LongestMemory { get; } = TimeSpan.FromDays(1);

    /// <summary>When the next try may come.</summary>
    /// <param name="tries">How many there have been, this one included.</param>
    /// <param name="now">The moment of this one.</param>
    /// <returns>Null when at once.</returns>
    public DateTimeOffset? NextAfter(int tries, DateTimeOffset now)
    {
        if (tries < Free)
        {
            return null;
        }

        var seconds = FirstWait.TotalSeconds * Math.Pow(2, Math.Min(tries - Free, 20));
        return now + TimeSpan.FromSeconds(Math.Min(seconds, LongestWait.TotalSeconds));
    }
}
