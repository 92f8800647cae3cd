using System.Net;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task The_challenge_asks_for_code_proof_key_nonce_and_the_three_scopes()
    {
        await using var world = await SignInWorld.StartAsync(Honest);

        await world.GoToProviderAsync();

        var asked = world.Provider.LastAuthorization;
        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.Equal(43, asked["code_challenge"].Length);
        Assert.True(asked["nonce"].Length >= 43);
        Assert.Equal("openid email profile", asked["scope"]);
        Assert.Equal($"{world.Host.Address}/signin-google", asked["redirect_uri"]);
        Assert.Equal("yes", asked["kept"]);
        Assert.False(asked.ContainsKey("prompt"));
    }

    [Fact]
    public async Task Every_challenge_has_a_nonce_of_its_own()
    {
        await using var world = await SignInWorld.StartAsync(Honest);
        await world.GoToProviderAsync();
        var first = world.Provider.LastAuthorization["nonce"];

        await world.GoToProviderAsync();

        Assert.NotEqual(first, world.Provider.LastAuthorization["nonce"]);
    }

    [Fact]
    public async Task Who_wants_to_switch_is_asked_which_account_to_use()
    {
        await using var world = await SignInWorld.StartAsync(Honest);

        await world.GoToProviderAsync(query: "?switch=yes");

        Assert.Equal("select_account", world.Provider.LastAuthorization["prompt"]);
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

    [Fact]
    public async Task The_correlation_cookie_is_for_this_host_alone_and_out_of_reach_of_scripts()
    {
        await using var world = await SignInWorld.StartAsync(Honest);

        using var response = await world.Browser.GetAsync(world.ChallengeAt(ParentSignInSchemes.Google));

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Sign_ins_that_are_begun_and_left_do_not_fill_the_header_of_every_request()
    {
        await using var world = await SignInWorld.StartAsync(Honest);

        for (var i = 0; i < 30; i++)
        {
            using var response = await world.Browser.GetAsync(world.ChallengeAt(ParentSignInSchemes.Google));
        }

        Assert.InRange(world.Browser.Cookies.GetAllCookies().Count, 1, 8);
    }

    [Fact]
    public async Task The_correlation_cookie_is_secure_off_loopback()
    {
        await using var world = await SignInWorld.StartAsync(Honest);

        using var response = await world.Browser.GetAsync(world.ChallengeAt(ParentSignInSchemes.Google), host: "school.example");

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    // Long enough for a busy machine to answer the discovery before it.
    private static void Impatient(IServiceCollection services) => services.Configure<OpenIdConnectCodeOptions>(
        ParentSignInSchemes.Google, options => options.BackchannelTimeout = TimeSpan.FromSeconds(2));
}
