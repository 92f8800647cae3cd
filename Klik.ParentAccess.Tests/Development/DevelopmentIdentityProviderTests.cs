using System.Net;
using Klik.ParentAccess.Development.Hosting;
using Klik.ParentAccess.Development.IdentityProvider;
using Klik.ParentAccess.Tests.SignIn;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Development;

[Trait("Rule", "I2")]
public class DevelopmentIdentityProviderTests
{
    [Theory]
    [InlineData(ParentSignInSchemes.Google, "ouder.jansen@gmail.com", "klik:authoritative=true")]
    [InlineData(ParentSignInSchemes.Google, "f.yilmaz@bakkerij.example", "klik:authoritative=true")]
    [InlineData(ParentSignInSchemes.Google, "moeder@thuis.example", "klik:authoritative=false")]
    [InlineData(ParentSignInSchemes.Microsoft, "ouder.bakker@outlook.com", "klik:authoritative=true")]
    [InlineData(ParentSignInSchemes.Microsoft, "n.devries@bedrijf.example", "klik:authoritative=true")]
    [InlineData(ParentSignInSchemes.Microsoft, "vader@elders.example", "klik:authoritative=false")]
    public async Task A_ready_account_signs_in_as_the_page_says(string scheme, string label, string expected)
    {
        await using var host = await DevelopmentHost.StartAsync();
        using var browser = new DevelopmentBrowser();
        await browser.OpenAsync($"{host.Address}/demo/challenge/{scheme}");

        await browser.SendAsync(browser.FormOf(label));

        Assert.Equal($"{host.Address}/demo/whoami", browser.Address);
        Assert.Contains($"klik:address={label}", browser.Text, StringComparison.Ordinal);
        Assert.Contains(expected, browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ParentSignInSchemes.Google, "email_verified", null, "klik:authoritative=false")]
    [InlineData(ParentSignInSchemes.Google, "hd", "example.org", "klik:authoritative=true")]
    [InlineData(ParentSignInSchemes.Microsoft, "tenant", "6F3C1A52-0D7B-4F0E-9A39-2F1F0C8F7A11", "klik:authoritative=false")]
    [InlineData(ParentSignInSchemes.Microsoft, "xms_edov", "true", "klik:authoritative=true")]
    public async Task A_typed_account_signs_in_as_it_was_typed(string scheme, string field, string? value, string expected)
    {
        await using var host = await DevelopmentHost.StartAsync();
        using var browser = new DevelopmentBrowser();
        await browser.OpenAsync($"{host.Address}/demo/challenge/{scheme}");

        await browser.SendAsync(browser.FormOf("Sign in"), ("email", "typed@example.org"), (field, value));

        Assert.Contains("klik:address=typed@example.org", browser.Text, StringComparison.Ordinal);
        Assert.Contains(expected, browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_is_one_account_each_time_and_another_address_another()
    {
        await using var host = await DevelopmentHost.StartAsync();

        var first = await SubjectOfAsync(host, "jan@gmail.com");
        var again = await SubjectOfAsync(host, "Jan@gmail.com");
        var other = await SubjectOfAsync(host, "piet@gmail.com");

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task The_people_of_the_demo_school_are_offered_and_a_user_name_can_be_typed()
    {
        await using var host = await DevelopmentHost.StartAsync();
        using var browser = new DevelopmentBrowser();
        await browser.OpenAsync($"{host.Address}/demo/challenge/{ParentSignInSchemes.School}");
        Assert.NotNull(browser.FormOf("Beheer <demo>"));

        await browser.SendAsync(browser.FormOf("Sanne de Wit"));
        var picked = browser.Text;
        await browser.OpenAsync($"{host.Address}/demo/challenge/{ParentSignInSchemes.School}");
        await browser.SendAsync(browser.FormOf("Sign in"), ("user_name", "t7"));

        Assert.Contains("preferred_username=s1001", picked, StringComparison.Ordinal);
        Assert.Contains("preferred_username=t7", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_brings_the_person_back_to_the_school()
    {
        await using var host = await DevelopmentHost.StartAsync();
        using var browser = new DevelopmentBrowser();
        await browser.OpenAsync($"{host.Address}/demo/challenge/{ParentSignInSchemes.Google}");

        await browser.SendAsync(browser.FormOf("Cancel"), ("cancel", "true"));

        Assert.Equal($"{host.Address}/demo/sign-in?problem=cancelled", browser.Address);
    }

    [Fact]
    public async Task A_field_left_empty_is_told_on_the_page()
    {
        await using var host = await DevelopmentHost.StartAsync();
        using var browser = new DevelopmentBrowser();
        await browser.OpenAsync($"{host.Address}/demo/challenge/{ParentSignInSchemes.Microsoft}");

        await browser.SendAsync(browser.FormOf("Sign in"), ("email", "typed@example.org"), ("tenant", "work"));

        Assert.NotNull(browser.Page.QuerySelector("[role=alert]"));
        Assert.NotNull(browser.FormOf("Sign in"));
    }

    [Fact]
    public async Task The_callback_is_at_the_root_for_every_school()
    {
        await using var host = await DevelopmentHost.StartAsync();
        using var browser = new DevelopmentBrowser();

        await browser.OpenAsync($"{host.Address}/demo/challenge/{ParentSignInSchemes.Google}");

        Assert.Equal($"{host.Address}/signin-google", QueryHelpers.ParseQuery(new Uri(browser.Address).Query)["redirect_uri"]);
    }

    [Theory]
    [InlineData("redirect_uri", "https://evil.example/signin-google")]
    [InlineData("redirect_uri", "http://127.0.0.1/elsewhere")]
    [InlineData("client_id", "another")]
    [InlineData("response_type", "token")]
    [InlineData("scope", "email")]
    [InlineData("code_challenge", "")]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("nonce", "")]
    [InlineData("state", "")]
    public async Task A_request_that_is_not_in_order_sends_nobody_anywhere(string parameter, string value)
    {
        await using var host = await DevelopmentHost.StartAsync();
        using var browser = new DevelopmentBrowser();
        await browser.OpenAsync($"{host.Address}/demo/challenge/{ParentSignInSchemes.Google}");
        var address = new Uri(browser.Address);
        var query = QueryHelpers.ParseQuery(address.Query);
        query[parameter] = value;

        await browser.OpenAsync(QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), query));

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }

    [Theory]
    [InlineData(null, null, 0, true)]
    [InlineData("code_verifier", "another-verifier", 0, false)]
    [InlineData("client_secret", "another-secret", 0, false)]
    [InlineData("client_id", "another", 0, false)]
    [InlineData("redirect_uri", "http://127.0.0.1/signin-google", 0, false)]
    [InlineData("grant_type", "refresh_token", 0, false)]
    [InlineData("code", "another-code", 0, false)]
    [InlineData(null, null, 61, false)]
    public async Task A_code_is_good_for_its_own_request_only_and_for_a_minute(string? field, string? value, int secondsLater, bool isGood)
    {
        await using var host = await DevelopmentHost.StartAsync();
        var form = Form(host, Issue(host));
        if (field is not null)
        {
            form[field] = value!;
        }

        host.Clock.Advance(TimeSpan.FromSeconds(secondsLater));
        var status = await ExchangeAsync(host, form);

        Assert.Equal(isGood, status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        await using var host = await DevelopmentHost.StartAsync();
        var form = Form(host, Issue(host));

        var first = await ExchangeAsync(host, form);
        var second = await ExchangeAsync(host, form);

        Assert.Equal(HttpStatusCode.OK, first);
        Assert.Equal(HttpStatusCode.BadRequest, second);
    }

    [Fact]
    public async Task A_provider_that_is_set_up_is_left_as_it_is()
    {
        await using var lying = await LyingIdentityProvider.StartAsync();
        lying.Next = TokenPlan.Google("real@gmail.com");
        await using var host = await DevelopmentHost.StartAsync(
            [.. lying.Settings.Where(setting => setting.Key.Contains("Google", StringComparison.Ordinal)).Select(setting => (setting.Key, setting.Value!))]);
        using var browser = new DevelopmentBrowser();

        await browser.OpenAsync($"{host.Address}/demo/challenge/{ParentSignInSchemes.Google}");
        var google = browser.Text;
        await browser.OpenAsync($"{host.Address}/demo/challenge/{ParentSignInSchemes.Microsoft}");

        Assert.Contains("klik:address=real@gmail.com", google, StringComparison.Ordinal);
        Assert.NotNull(browser.FormOf("Sign in"));
    }

    [Fact]
    public async Task The_stylesheet_is_served()
    {
        await using var host = await DevelopmentHost.StartAsync();
        using var browser = new DevelopmentBrowser();
        await browser.OpenAsync($"{host.Address}/demo/challenge/{ParentSignInSchemes.Google}");
        var link = browser.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        await browser.OpenAsync(host.Address + link);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public void It_is_not_mapped_outside_development()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Services.AddDevelopmentIdentityProvider();
        var app = builder.Build();

        Assert.Throws<InvalidOperationException>(() => app.MapDevelopmentIdentityProvider());
    }

    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    [InlineData("https://localhost:7080;http://localhost:5080", "http://localhost:5080")]
    [InlineData("http://192.168.1.2:80;https://127.0.0.1:7080", "https://127.0.0.1:7080")]
    [InlineData("http://*:8080", "http://localhost:8080")]
    [InlineData("http://+:8080", "http://localhost:8080")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080")]
    [InlineData("http://[::]:8080", "http://localhost:8080")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080")]
    [InlineData("http://unix:/tmp/portal.sock", "http://localhost")]
    [InlineData("", "http://localhost")]
    public void Of_several_addresses_plain_http_on_loopback_is_chosen(string addresses, string expected) =>
        Assert.Equal(expected, ListeningAddress.Choose(addresses.Split(';', StringSplitOptions.RemoveEmptyEntries)));

    private static async Task<string> SubjectOfAsync(DevelopmentHost host, string email)
    {
        using var browser = new DevelopmentBrowser();
        await browser.OpenAsync($"{host.Address}/demo/challenge/{ParentSignInSchemes.Google}");
        await browser.SendAsync(browser.FormOf("Sign in"), ("email", email));
        return browser.Text.Split('\n').Single(line => line.StartsWith("sub=", StringComparison.Ordinal));
    }

    private static string Issue(DevelopmentHost host)
    {
        var request = new AuthorizationRequest($"{host.Address}/signin-google", "state", "nonce", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", false);
        var account = AccountForm.Read(DevelopmentProvider.Google, name => name == "email" ? "jan@gmail.com" : null)!;
        return host.Services.GetRequiredService<DevelopmentCodes>().Issue(DevelopmentProvider.Google, request, account);
    }

    private static Dictionary<string, string> Form(DevelopmentHost host, string code) => new()
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = DevelopmentClient.Id,
        ["client_secret"] = host.Services.GetRequiredService<DevelopmentClient>().Secret,
        ["redirect_uri"] = $"{host.Address}/signin-google",
        ["code"] = code,
        // The pair of RFC 7636, appendix B.
        ["code_verifier"] = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    };

    private static async Task<HttpStatusCode> ExchangeAsync(DevelopmentHost host, Dictionary<string, string> form)
    {
        using var client = new HttpClient();
        using var content = new FormUrlEncodedContent(form);
        using var response = await client.PostAsync(new Uri($"{host.Address}/dev/identity/google/token"), content, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
