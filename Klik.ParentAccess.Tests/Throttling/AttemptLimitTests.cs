using Klik.ParentAccess.Core.Throttling;

namespace Klik.ParentAccess.Tests.Throttling;

[Trait("Rule", "P4")]
public sealed class AttemptLimitTests
{
    private static readonly DateTimeOffset Latest = new(2026, 3, 2, 23, 0, 0, TimeSpan.Zero);
    private static readonly AttemptLimit Limit = new("test", 3, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), TimeSpan.FromDays(1));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 30)]
    [InlineData(4, 60)]
    [InlineData(6, 240)]
    [InlineData(7, 300)]
    [InlineData(int.MaxValue, 300)]
    public void A_wait_doubles_up_to_the_longest(int attempts, int seconds)
    {
        var count = new AttemptCount(new AttemptKey("test:one", Limit.Window), attempts, Latest);

        Assert.Equal(seconds == 0 ? null : Latest.AddSeconds(seconds), Limit.Until(count, Latest));
        Assert.Null(Limit.Until(count, Latest.AddSeconds(seconds)));
    }

    [Fact]
    public void Who_has_tried_nothing_does_not_wait() =>
        Assert.Null(Limit.Until(new AttemptCount(new AttemptKey("test:one", Limit.Window), 0, null), Latest));
}
