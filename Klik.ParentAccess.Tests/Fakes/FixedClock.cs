namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class FixedClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 19, 30, 0, TimeSpan.Zero);

    /// <summary>When a test begins, if it is not the usual evening.</summary>
    public DateTimeOffset Start
    {
        init => _now = value;
    }

    public void Advance(TimeSpan by) => _now += by;

    public override DateTimeOffset GetUtcNow() => _now;
}
