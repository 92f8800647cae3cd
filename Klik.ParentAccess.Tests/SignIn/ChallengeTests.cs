using Klik.ParentAccess.Web.SignIn;

namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>What goes along to the provider, and what stays behind in the browser.</summary>
[Trait("Rule", "P3")]
public sealed class ChallengeTests
{
    private static readonly TokenPlan Honest = TokenPlan.Google("jan@gmail.com");

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
    public async Task The_correlation_cookie_is_secure_off_loopback()
    {
        await using var world = await SignInWorld.StartAsync(Honest);

        using var response = await world.Browser.GetAsync(world.ChallengeAt(ParentSignInSchemes.Google), host: "school.example");

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
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
}
