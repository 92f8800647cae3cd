namespace Klik.ParentAccess.Core.Throttling;

/// <summary>An attempt that was counted, and what is needed to take it back.</summary>
/// <param name="Before">The counts as they were before it.</param>
/// <param name="At">When it was counted.</param>
public sealed record CountedAttempt(IReadOnlyList<AttemptCount> Before, DateTimeOffset At);
