using Klik.ParentAccess.Web.SignIn;

namespace Klik.ParentAccess.Tests.SignIn;

[Trait("Rule", "P1")]
public class KeyRefreshTests
{
    private static readonly TokenPlan Honest = TokenPlan.Google("jan@gmail.com");

    [Fact]
    public async Task Nothing_is_fetched_before_somebody_signs_in()
    {
        await using var world = await SignInWorld.StartAsync();

        await world.Browser.FollowAsync($"{world.Host.Address}/");

        Assert.Equal(0, world.Provider.Discoveries);
    }

    [Fact]
    public async Task The_keys_are_fetched_once_for_many_sign_ins()
    {
        await using var world = await SignInWorld.StartAsync(Honest);

        for (var i = 0; i < 5; i++)
        {
            Assert.NotNull(await world.SignInAsync(ParentSignInSchemes.Google));
        }

        Assert.Equal(1, world.Provider.KeySetFetches);
    }

    [Fact]
    public async Task A_new_key_of_the_provider_is_fetched_at_its_first_use()
    {
        await using var world = await SignInWorld.StartAsync(Honest);
        await world.SignInAsync(ParentSignInSchemes.Google);
        world.Provider.RotateKeys("key-2");
        world.Browser.ForgetEverything();

        var who = await world.SignInAsync(ParentSignInSchemes.Google);

        Assert.NotNull(who);
        Assert.Equal(2, world.Provider.KeySetFetches);
    }

    [Fact]
    public async Task An_unknown_key_refreshes_the_key_set_once_and_not_at_every_try()
    {
        await using var world = await SignInWorld.StartAsync(Honest with { Signing = SigningPlan.UnknownKey });

        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await world.SignInAsync(ParentSignInSchemes.Google));
        }

        Assert.Equal(2, world.Provider.KeySetFetches);
    }

    [Fact]
    public async Task After_the_interval_an_unknown_key_may_refresh_again()
    {
        await using var world = await SignInWorld.StartAsync(Honest with { Signing = SigningPlan.UnknownKey });
        await world.SignInAsync(ParentSignInSchemes.Google);
        world.Clock.Advance(TimeSpan.FromMinutes(5));

        await world.SignInAsync(ParentSignInSchemes.Google);

        Assert.Equal(3, world.Provider.KeySetFetches);
    }

    [Fact]
    public async Task Old_keys_serve_while_the_provider_does_not_give_new_ones()
    {
        await using var world = await SignInWorld.StartAsync(Honest);
        await world.SignInAsync(ParentSignInSchemes.Google);
        world.Browser.ForgetEverything();
        world.Provider.IsDown = true;
        world.Clock.Advance(TimeSpan.FromHours(13));

        var who = await world.SignInAsync(ParentSignInSchemes.Google);

        Assert.NotNull(who);
        Assert.True(world.Provider.Discoveries > 1);
    }
}
