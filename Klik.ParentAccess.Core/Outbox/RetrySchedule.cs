namespace Klik.ParentAccess.Core.Outbox;

/// <summary>When a message that was not taken is tried again: waits that double from a minute to four hours, for a day.</summary>
internal static class RetrySchedule
{
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>The next attempt; null when the message has been tried long enough.</summary>
    public static DateTimeOffset? Next(OutboxMessage message, DateTimeOffset now)
    {
        var minutes = Math.Pow(2, Math.Clamp(message.Attempts - 1, 0, 10));
        var wait = TimeSpan.FromMinutes(Math.Min(minutes, Longest.TotalMinutes));
        return now + wait - message.CreatedAt > GiveUpAfter ? null : now + wait;
    }
}
