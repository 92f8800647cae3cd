namespace Klik.ParentAccess.Core.Throttling;

/// <summary>Something was tried.</summary>
/// <param name="Counted">As it was counted; null when one has to wait.</param>
/// <param name="Until">When the next one may come; null when this one may.</param>
internal sealed record AttemptTry(CountedAttempt? Counted, DateTimeOffset? Until);
