using Klik.ParentAccess.Web.SignIn;

namespace Klik.ParentAccess.Tests.SignIn;

[Trait("Rule", "P1")]
public class IdTokenTests
{
    private static readonly TokenPlan Google = TokenPlan.Google("jan@gmail.com");
    private static readonly TokenPlan Microsoft = TokenPlan.Microsoft("jan@outlook.com");

    /// <summary>Every lie, with the fault that the log must name.</summary>
    public static TheoryData<string, string, string> Lies => new(LiesByName.Select(lie => (lie.Key, lie.Value.Scheme, lie.Value.Fault)));

    private static readonly Dictionary<string, (string Scheme, string Fault, TokenPlan Plan)> LiesByName = new()
    {
        ["issuer of somebody else"] = (ParentSignInSchemes.Google, "IdTokenIssuer", Google with { Issuer = "https://evil.example" }),
        ["issuer in other case"] = (ParentSignInSchemes.Google, "IdTokenIssuer", Google with { Issuer = "HTTPS://ACCOUNTS.GOOGLE.COM" }),
        ["empty issuer"] = (ParentSignInSchemes.Google, "IdTokenIssuer", Google with { Issuer = "" }),
        ["school token with a foreign issuer"] = (ParentSignInSchemes.School, "IdTokenIssuer", TokenPlan.School("s1") with { Issuer = "https://other-school.example" }),
        ["unfilled issuer template"] = (ParentSignInSchemes.Microsoft, "IdTokenIssuer", Microsoft.With("tid", "{tenantid}")),
        ["tenant that is no GUID"] = (ParentSignInSchemes.Microsoft, "IdTokenIssuer", Microsoft.With("tid", "common")),
        ["no tenant"] = (ParentSignInSchemes.Microsoft, "IdTokenIssuer", Microsoft.With("tid", null)),
        ["another tenant than the issuer's"] = (ParentSignInSchemes.Microsoft, "IdTokenIssuer", Microsoft.With("iss", "placeholder")),
        ["key of another tenant"] = (ParentSignInSchemes.Microsoft, "IdTokenIssuer", Microsoft with { Signing = SigningPlan.KeyOfAnotherTenant }),
        ["another audience"] = (ParentSignInSchemes.Google, "IdTokenAudience", Google with { Audiences = ["another-client"] }),
        ["audience with a slash"] = (ParentSignInSchemes.Google, "IdTokenAudience", Google with { Audiences = [LyingIdentityProvider.ClientId + "/"] }),
        ["several audiences and no authorized party"] = (ParentSignInSchemes.Google, "IdTokenAudience", Google with { Audiences = [LyingIdentityProvider.ClientId, "another-client"] }),
        ["several audiences for another authorized party"] = (ParentSignInSchemes.Google, "IdTokenAudience", (Google with { Audiences = [LyingIdentityProvider.ClientId, "another-client"] }).With("azp", "another-client")),
        ["another authorized party"] = (ParentSignInSchemes.Google, "IdTokenAudience", Google.With("azp", "another-client")),
        ["expired"] = (ParentSignInSchemes.Google, "IdTokenLifetime", Google with { ExpiresIn = -TimeSpan.FromSeconds(121) }),
        ["without an end"] = (ParentSignInSchemes.Google, "IdTokenLifetime", Google with { RawPayloadStart = "", Claims = new Dictionary<string, object?>(Google.Claims) { ["exp"] = null } }),
        ["not valid yet"] = (ParentSignInSchemes.Google, "IdTokenLifetime", Google with { NotBeforeIn = TimeSpan.FromSeconds(130) }),
        ["issued tomorrow"] = (ParentSignInSchemes.Google, "IdTokenLifetime", Google with { IssuedIn = TimeSpan.FromDays(1) }),
        ["another nonce"] = (ParentSignInSchemes.Google, "IdTokenNonce", Google with { Nonce = "nonce-of-another-sign-in" }),
        ["no nonce"] = (ParentSignInSchemes.Google, "IdTokenNonce", Google.With("nonce", null)),
        ["no subject"] = (ParentSignInSchemes.Google, "IdTokenSubject", Google with { Subject = null }),
        ["empty subject"] = (ParentSignInSchemes.Google, "IdTokenSubject", Google with { Subject = "" }),
        ["blank subject"] = (ParentSignInSchemes.Google, "IdTokenSubject", Google with { Subject = "  " }),
        ["endless subject"] = (ParentSignInSchemes.Google, "IdTokenSubject", Google with { Subject = new string('1', 256) }),
        ["unsigned"] = (ParentSignInSchemes.Google, "IdTokenAlgorithm", Google with { Signing = SigningPlan.None }),
        ["HS256 with the public key"] = (ParentSignInSchemes.Google, "IdTokenAlgorithm", Google with { Signing = SigningPlan.HmacWithPublicKey }),
        ["HS256 with the client's secret"] = (ParentSignInSchemes.School, "IdTokenAlgorithm", TokenPlan.School("s1") with { Signing = SigningPlan.HmacWithClientSecret }),
        ["unknown critical header"] = (ParentSignInSchemes.Google, "IdTokenAlgorithm", Google with { Header = new Dictionary<string, object?> { ["crit"] = new[] { "exp" } } }),
        ["another key under the right id"] = (ParentSignInSchemes.Google, "IdTokenSignature", Google with { Signing = SigningPlan.WrongKey }),
        ["a key nobody published"] = (ParentSignInSchemes.Google, "IdTokenSignature", Google with { Signing = SigningPlan.UnknownKey }),
        ["a name that comes twice"] = (ParentSignInSchemes.Google, "IdTokenMalformed", Google with { RawPayloadStart = "\"email\":\"victim@gmail.com\"," }),
        ["garbage"] = (ParentSignInSchemes.Google, "IdTokenMalformed", Google with { TokenEndpoint = TokenEndpointPlan.SendsGarbage }),
        ["no ID token at all"] = (ParentSignInSchemes.Google, "IdTokenMissing", Google with { TokenEndpoint = TokenEndpointPlan.LeavesOutTheIdToken }),
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_token_that_lies_lets_nobody_in(string lie, string scheme, string fault)
    {
        await using var world = await SignInWorld.StartAsync();
        var plan = LiesByName[lie].Plan;
        if (lie == "another tenant than the issuer's")
        {
            plan = plan.With("iss", $"{world.Provider.Address}/microsoft/{TokenPlan.ForeignTenant}/v2.0");
        }

        world.Provider.Next = plan;
        var end = await world.Browser.FollowAsync(world.ChallengeAt(scheme));

        Assert.Equal($"{world.Host.Address}/sign-in?problem=refused", end);
        Assert.Null(await world.Browser.WhoAmIAsync(world.Host));
        Assert.Contains(world.Host.Log.Lines, line => line.Id.Id == 2101 && line.Text.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ParentSignInSchemes.Google, "Google")]
    [InlineData(ParentSignInSchemes.Microsoft, "Microsoft")]
    [InlineData(ParentSignInSchemes.School, "School")]
    public async Task An_honest_token_is_accepted(string scheme, string provider)
    {
        await using var world = await SignInWorld.StartAsync();
        var plan = provider switch { "Google" => Google, "Microsoft" => Microsoft, _ => TokenPlan.School("s1") };

        var who = await world.SignInAsync(scheme, plan);

        Assert.Equal(provider, who?.Provider);
        Assert.Equal("subject-1", who!.Subject);
    }

    [Fact]
    public async Task A_clock_that_is_nearly_two_minutes_off_does_no_harm()
    {
        await using var world = await SignInWorld.StartAsync();

        var late = await world.SignInAsync(ParentSignInSchemes.Google, Google with { ExpiresIn = -TimeSpan.FromSeconds(110) });
        var early = await world.SignInAsync(
            ParentSignInSchemes.Microsoft,
            Microsoft with { IssuedIn = TimeSpan.FromSeconds(110), NotBeforeIn = TimeSpan.FromSeconds(110) });

        Assert.Equal("Google", late?.Provider);
        Assert.Equal("Microsoft", early?.Provider);
    }

    [Fact]
    public async Task A_token_signed_on_an_elliptic_curve_is_accepted()
    {
        await using var world = await SignInWorld.StartAsync();

        var who = await world.SignInAsync(ParentSignInSchemes.Google, Google with { Signing = SigningPlan.HonestEllipticCurve });

        Assert.NotNull(who);
    }

    [Fact]
    public async Task A_token_for_several_audiences_is_accepted_when_we_are_the_authorized_party()
    {
        await using var world = await SignInWorld.StartAsync();
        var plan = (Google with { Audiences = ["another-client", LyingIdentityProvider.ClientId] }).With("azp", LyingIdentityProvider.ClientId);

        var who = await world.SignInAsync(ParentSignInSchemes.Google, plan);

        Assert.NotNull(who);
    }

    [Fact]
    public async Task Google_with_and_without_https_in_its_issuer_is_one_account()
    {
        await using var world = await SignInWorld.StartAsync();
        var withScheme = await world.SignInAsync(ParentSignInSchemes.Google, Google);
        var bareIssuer = world.Provider.Address["http://".Length..] + "/google";

        var without = await world.SignInAsync(ParentSignInSchemes.Google, Google with { Issuer = bareIssuer });

        Assert.Equal((withScheme!.Issuer, withScheme.Subject), (without?.Issuer, without?.Subject));
    }

    [Fact]
    public async Task Accounts_of_two_tenants_with_one_subject_are_two()
    {
        await using var world = await SignInWorld.StartAsync();

        var personal = await world.SignInAsync(ParentSignInSchemes.Microsoft, Microsoft);
        var work = await world.SignInAsync(ParentSignInSchemes.Microsoft, Microsoft.With("tid", TokenPlan.ForeignTenant));

        Assert.Equal(personal!.Subject, work!.Subject);
        Assert.NotEqual(personal.Issuer, work.Issuer);
    }

    [Theory]
    [InlineData(SigningPlan.KeyOfAnotherTenant)]
    public async Task A_key_of_one_tenant_signs_for_that_tenant(SigningPlan signing)
    {
        await using var world = await SignInWorld.StartAsync();
        var plan = Microsoft.With("tid", "00000000-0000-0000-0000-00000000000a") with { Signing = signing };

        var who = await world.SignInAsync(ParentSignInSchemes.Microsoft, plan);

        Assert.NotNull(who);
    }

    [Fact]
    public async Task The_principal_holds_what_is_needed_and_no_more()
    {
        await using var world = await SignInWorld.StartAsync();
        var plan = Google.With("name", "Jan de Vries").With("picture", "https://example.org/jan.jpg");

        var who = await world.SignInAsync(ParentSignInSchemes.Google, plan);

        Assert.Equal(
            [SignInClaims.Issuer, SignInClaims.Subject, SignInClaims.Provider, SignInClaims.Address, SignInClaims.IsAuthoritative],
            who!.ClaimTypes);
        Assert.DoesNotContain(who.Items, item => item.Contains("token", StringComparison.Ordinal) || item is "code_verifier" or "klik:nonce");
    }

    [Fact]
    public async Task Nothing_of_a_person_and_no_token_is_logged()
    {
        await using var world = await SignInWorld.StartAsync();
        var lies = LiesByName.Values.Where(lie => lie.Scheme == ParentSignInSchemes.Google).Select(lie => lie.Plan);
        foreach (var plan in lies.Append(Google).Append(Google with { AuthorizeError = "access_denied" }))
        {
            await world.SignInAsync(ParentSignInSchemes.Google, plan.With("email", "canary@gmail.com").With("sub", "canary-subject"));
        }

        var lines = string.Join('\n', world.Host.Log.Lines.Select(line => line.Text));

        Assert.NotEmpty(lines);
        Assert.DoesNotContain("canary", lines, StringComparison.OrdinalIgnoreCase);
        // How every token of the lying provider begins.
        Assert.DoesNotContain(Convert.ToBase64String("{\"typ\":\"JWT\""u8), lines, StringComparison.Ordinal);
    }
}
