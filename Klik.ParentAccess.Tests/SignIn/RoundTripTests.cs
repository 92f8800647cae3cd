using System.Net;
using Klik.ParentAccess.Web.SignIn;

namespace Klik.ParentAccess.Tests.SignIn;

[Trait("Rule", "P3")]
public class RoundTripTests
{
    private static readonly TokenPlan Honest = TokenPlan.Google("jan@gmail.com");

    [Fact]
    public async Task The_invitation_survives_the_round_trip_and_the_provider_cannot_read_it()
    {
        await using var world = await SignInWorld.StartAsync(Honest);

        await world.Browser.FollowAsync(world.ChallengeAt(ParentSignInSchemes.Google, "?invitation=secret-invitation"));
        var who = await world.Browser.WhoAmIAsync(world.Host);

        Assert.Equal("secret-invitation", who?.Invitation);
        Assert.DoesNotContain(world.Provider.LastAuthorization.Values, value => value.Contains("secret-invitation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_tabs_of_one_browser_each_keep_their_invitation()
    {
        await using var world = await SignInWorld.StartAsync(Honest);
        var first = await world.GoToProviderAsync(query: "?invitation=first");
        var second = await world.GoToProviderAsync(query: "?invitation=second");

        await world.Browser.FollowAsync(second);
        var afterSecond = await world.Browser.WhoAmIAsync(world.Host);
        await world.Browser.FollowAsync(first);
        var afterFirst = await world.Browser.WhoAmIAsync(world.Host);

        Assert.Equal("second", afterSecond?.Invitation);
        Assert.Equal("first", afterFirst?.Invitation);
    }

    [Fact]
    public async Task The_state_of_another_browser_is_refused()
    {
        await using var world = await SignInWorld.StartAsync(Honest);
        using var victim = new TestBrowser();
        var answerOfAttacker = await world.GoToProviderAsync(query: "?base=/demo");

        var end = await victim.FollowAsync(answerOfAttacker);

        Assert.Equal($"{world.Host.Address}/demo/sign-in?problem=expired", end);
        Assert.Null(await victim.WhoAmIAsync(world.Host));
    }

    [Fact]
    public async Task A_state_made_for_one_provider_is_refused_at_the_callback_of_another()
    {
        await using var world = await SignInWorld.StartAsync(Honest);
        var answer = await world.GoToProviderAsync();

        var end = await world.Browser.FollowAsync(answer.Replace("/signin-google", "/signin-microsoft", StringComparison.Ordinal));

        Assert.Equal($"{world.Host.Address}/sign-in?problem=expired", end);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=abc")]
    [InlineData("?code=abc&state=nonsense")]
    [InlineData("?error=access_denied")]
    public async Task A_callback_without_our_state_is_refused(string query)
    {
        await using var world = await SignInWorld.StartAsync(Honest);

        var end = await world.Browser.FollowAsync($"{world.Host.Address}/signin-google{query}");

        Assert.Equal($"{world.Host.Address}/sign-in?problem=expired", end);
    }

    [Fact]
    public async Task A_callback_that_is_opened_again_lets_nobody_in()
    {
        await using var world = await SignInWorld.StartAsync(Honest);
        var answer = await world.GoToProviderAsync();
        await world.Browser.FollowAsync(answer);
        Assert.NotNull(await world.Browser.WhoAmIAsync(world.Host));

        var end = await world.Browser.FollowAsync(answer);

        Assert.EndsWith("/sign-in?problem=expired", end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_used_code_lets_nobody_in_even_with_the_cookie_put_back()
    {
        await using var world = await SignInWorld.StartAsync(Honest);
        var answer = await world.GoToProviderAsync();
        var correlation = world.Browser.Cookies.GetAllCookies().Single(cookie => cookie.Name.StartsWith("Klik.SignIn.", StringComparison.Ordinal));
        var copy = new Cookie(correlation.Name, correlation.Value, correlation.Path, correlation.Domain);
        await world.Browser.FollowAsync(answer);
        using var thief = new TestBrowser();
        thief.Cookies.Add(copy);

        var end = await thief.FollowAsync(answer);

        Assert.EndsWith("/sign-in?problem=expired", end, StringComparison.Ordinal);
        Assert.Null(await thief.WhoAmIAsync(world.Host));
        Assert.Contains(world.Host.Log.Lines, line => line.Text.Contains("CodeRefused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_comes_back_after_an_hour_begins_again_in_the_same_school()
    {
        await using var world = await SignInWorld.StartAsync(Honest);
        var answer = await world.GoToProviderAsync(query: "?base=/demo");
        world.Clock.Advance(TimeSpan.FromMinutes(61));

        var end = await world.Browser.FollowAsync(answer);

        Assert.Equal($"{world.Host.Address}/demo/sign-in?problem=expired", end);
    }
}
