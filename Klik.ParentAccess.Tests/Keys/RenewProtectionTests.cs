using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Klik.ParentAccess.Tests.Keys;

/// <summary>What the stores go by when they look for what is under an older key; the rest is <c>RenewProtectionConformance</c>.</summary>
[Trait("Rule", "I13")]
public sealed class RenewProtectionTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(63, 64)]
    [InlineData(254, 255)]
    public void A_text_begins_as_those_of_its_key_version_do_and_no_others(byte version, byte other)
    {
        var keys = new PersonalData(new FakeSchoolContext { Versions = [new SchoolKey(version, new byte[32])] });

        // The nonce, too, has its part in it.
        var beginnings = Enumerable.Range(0, 1000).Select(_ => keys.Protect("Jan").Value[..ProtectedText.BeginningLength]).ToHashSet();

        Assert.Equal(beginnings.Order(), ProtectedText.BeginningsUnder(version).Order());
        Assert.Empty(beginnings.Intersect(ProtectedText.BeginningsUnder(other)));
    }

    [Fact]
    public async Task With_one_key_nothing_is_asked()
    {
        var school = new FakeSchoolContext();
        var renew = new RenewProtection(null!, new PersonalData(school), school, new FixedClock(), NullLogger<RenewProtection>.Instance);

        Assert.True((await renew.ExecuteAsync(TestContext.Current.CancellationToken)).IsNothing);
    }
}
