using Klik.ParentAccess.Web.SignIn;

namespace Klik.ParentAccess.Tests.SignIn;

[Trait("Rule", "P1")]
public class IdTokenTests
{
    private static readonly TokenPlan Honest = TokenPlan.Google("jan@gmail.com");

    [Fact]
    public async Task An_honest_token_is_accepted()
    {
        await using var world = await SignInWorld.StartAsync();

        var who = await world.SignInAsync(ParentSignInSchemes.Google, Honest);

        Assert.NotNull(who);
        Assert.Equal("Google", who.Provider);
        Assert.Equal($"{world.Provider.Address}/google", who.Issuer);
        Assert.Equal("subject-1", who.Subject);
    }
}
