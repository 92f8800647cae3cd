using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Sessions;

/// <summary>A session that ended by itself is not kept.</summary>
[Trait("Rule", "I13")]
public class ErasedSessionTests
{
    [Fact]
    public async Task What_has_run_out_goes_and_what_is_open_stays()
    {
        await using var school = new FakeSchool();
        var now = school.Clock.GetUtcNow();
        var open = new Session(new SessionHash("open"), "jan", now.AddHours(-1), now.AddHours(1));
        school.Store.Commit(school.State with { Sessions = [open, open with { Hash = new SessionHash("over"), EndsAt = now.AddSeconds(-1) }] });

        await school.EraseAsync();

        Assert.Equal([open], school.State.Sessions);
    }
}
