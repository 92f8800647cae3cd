using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Tests.SignIn;

[Trait("Rule", "O4")]
public class SettingsTests
{
    private const string Google = "ParentAccess:Providers:Google:";

    [Fact]
    public async Task A_provider_without_a_client_is_not_offered()
    {
        await using var app = await StartAsync("Production", (Google + "ClientId", "id"), (Google + "ClientSecret", "secret"));

        var providers = app.Services.GetRequiredService<IParentSignInProviders>();
        var schemes = await app.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();

        Assert.Equal([ExternalProvider.Google], providers.Offered);
        Assert.False(providers.OffersSchoolSignIn);
        Assert.Equal(["external", ParentSignInSchemes.Google], schemes.Select(scheme => scheme.Name));
    }

    [Fact]
    public async Task Without_an_authority_google_and_microsoft_are_the_real_ones()
    {
        await using var app = await StartAsync(
            "Production",
            (Google + "ClientId", "id"), (Google + "ClientSecret", "secret"),
            ("ParentAccess:Providers:Microsoft:ClientId", "id"), ("ParentAccess:Providers:Microsoft:ClientSecret", "secret"));

        var options = app.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectCodeOptions>>();

        Assert.Equal("https://accounts.google.com", options.Get(ParentSignInSchemes.Google).Authority);
        Assert.Equal("https://login.microsoftonline.com/common/v2.0", options.Get(ParentSignInSchemes.Microsoft).Authority);
    }

    [Theory]
    [InlineData("Production", "https://id.example", null, "ClientSecret")]
    [InlineData("Production", "http://id.example", "secret", "Authority")]
    [InlineData("Production", "http://localhost:5080/x", "secret", "Authority")]
    [InlineData("Development", "http://id.example", "secret", "Authority")]
    [InlineData("Production", "id.example", "secret", "Authority")]
    [InlineData("Production", "/id", "secret", "Authority")]
    [InlineData("Production", "file:///etc", "secret", "Authority")]
    [InlineData("Production", "https://user@id.example", "secret", "Authority")]
    [InlineData("Production", "https://id.example?tenant=1", "secret", "Authority")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence_that_names_it(string environment, string authority, string? secret, string setting)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(
            environment, (Google + "ClientId", "id"), (Google + "ClientSecret", secret), (Google + "Authority", authority)));

        Assert.Contains(Google + setting, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(authority, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schools_provider_has_no_default_authority()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(
            "Production", ("ParentAccess:StudentSignIn:ClientId", "id"), ("ParentAccess:StudentSignIn:ClientSecret", "secret")));

        Assert.Contains("ParentAccess:StudentSignIn:Authority", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_without_a_client_is_told_and_not_passed_over()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("Production", (Google + "ClientSecret", "secret")));

        Assert.Contains(Google + "ClientId", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("demo")]
    public void A_school_base_outside_this_host_is_refused(string schoolBase)
    {
        var properties = new AuthenticationProperties();

        Assert.Throws<ArgumentException>(() => properties.SetSchoolBase(schoolBase));
    }

    private static async Task<WebApplication> StartAsync(string environment, params (string Name, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => setting.Value));
        builder.Services.AddAuthentication("external").AddCookie("external")
            .AddParentSignIn(builder.Configuration, options => options.SignInScheme = "external");
        var app = builder.Build();
        app.UseAuthentication();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
