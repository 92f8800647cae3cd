namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>The real time, moved as far as a test wants.</summary>
public sealed class AdjustableClock : TimeProvider
{
    private TimeSpan _offset;

    public void Advance(TimeSpan by) => _offset += by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _offset;
}
