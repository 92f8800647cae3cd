using Klik.ParentAccess.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>A provider that says no, fails, hangs or is gone.</summary>
[Trait("Rule", "P3")]
public sealed class ProviderTroubleTests
{
    private static readonly TokenPlan Honest = TokenPlan.Google("jan@gmail.com");

    [Fact]
    public async Task Who_says_no_at_the_provider_comes_back_to_the_page_that_the_state_names()
    {
        await using var world = await SignInWorld.StartAsync(Honest with { AuthorizeError = "access_denied" });

        var end = await world.Browser.FollowAsync(world.ChallengeAt(ParentSignInSchemes.Google, "?base=/demo&problemPath=/invitation"));

        Assert.Equal($"{world.Host.Address}/demo/invitation?problem=cancelled", end);
    }

    [Theory]
    [InlineData("server_error")]
    [InlineData("<script>")]
    public async Task Another_error_of_the_provider_says_that_it_is_unavailable(string error)
    {
        await using var world = await SignInWorld.StartAsync(Honest with { AuthorizeError = error });

        var end = await world.Browser.FollowAsync(world.ChallengeAt(ParentSignInSchemes.Google));

        Assert.Equal($"{world.Host.Address}/sign-in?problem=unavailable", end);
    }

    [Fact]
    public async Task A_token_endpoint_that_fails_says_that_it_is_unavailable()
    {
        await using var world = await SignInWorld.StartAsync(Honest with { TokenEndpoint = TokenEndpointPlan.Fails });

        var end = await world.Browser.FollowAsync(world.ChallengeAt(ParentSignInSchemes.Google, "?base=/demo"));

        Assert.Equal($"{world.Host.Address}/demo/sign-in?problem=unavailable", end);
    }

    [Fact]
    public void A_provider_has_ten_seconds()
    {
        Assert.Equal(TimeSpan.FromSeconds(10), new OpenIdConnectCodeOptions().BackchannelTimeout);
    }

    [Fact]
    public async Task A_discovery_that_hangs_is_given_up()
    {
        await using var world = await SignInWorld.StartAsync(Honest, Impatient);
        world.Provider.IsHanging = true;

        var end = await world.Browser.FollowAsync(world.ChallengeAt(ParentSignInSchemes.Google));

        Assert.Equal($"{world.Host.Address}/sign-in?problem=unavailable", end);
    }

    [Fact]
    public async Task A_token_endpoint_that_hangs_is_given_up()
    {
        await using var world = await SignInWorld.StartAsync(Honest with { TokenEndpoint = TokenEndpointPlan.Hangs }, Impatient);

        var end = await world.Browser.FollowAsync(world.ChallengeAt(ParentSignInSchemes.Google));

        Assert.Equal($"{world.Host.Address}/sign-in?problem=unavailable", end);
    }

    [Fact]
    public async Task A_provider_that_is_down_says_so_at_the_challenge_and_is_asked_again_later()
    {
        await using var world = await SignInWorld.StartAsync(Honest);
        world.Provider.IsDown = true;
        var whileDown = await world.Browser.FollowAsync(world.ChallengeAt(ParentSignInSchemes.Google, "?base=/demo"));
        world.Provider.IsDown = false;

        var who = await world.SignInAsync(ParentSignInSchemes.Google);

        Assert.Equal($"{world.Host.Address}/demo/sign-in?problem=unavailable", whileDown);
        Assert.NotNull(who);
    }

    // Long enough for a busy machine to answer the discovery before it.
    private static void Impatient(IServiceCollection services) => services.Configure<OpenIdConnectCodeOptions>(
        ParentSignInSchemes.Google, options => options.BackchannelTimeout = TimeSpan.FromSeconds(2));
}
