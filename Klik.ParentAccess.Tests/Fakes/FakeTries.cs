namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>What was tried, and when the next try may come.</summary>
internal sealed record FakeTries(int Count, DateTimeOffset? NextAt, DateTimeOffset LastAt);
