namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>A used seat in memory, by the link that used it.</summary>
internal sealed record FakeSeat(Guid LetterId, Guid LinkId, DateTimeOffset TakenAt);
