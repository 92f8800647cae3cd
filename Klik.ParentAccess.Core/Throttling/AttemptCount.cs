namespace Klik.ParentAccess.Core.Throttling;

/// <summary>Attempts counted.</summary>
/// <param name="Key">By what.</param>
/// <param name="Attempts">How many in the present window.</param>
/// <param name="Latest">When the latest was; null when there is none.</param>
public sealed record AttemptCount(AttemptKey Key, int Attempts, DateTimeOffset? Latest);
