using Klik.ParentAccess.Web.SignIn;

namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>A discovery document speaks for the address that is set, and for no other.</summary>
[Trait("Rule", "P1")]
public class DocumentIssuerTests
{
    private const string Tenant = "8a3c1f6e-2b7d-4c55-9e0f-1d2c3b4a5f60";

    [Theory]
    [InlineData("https://accounts.google.com", "https://accounts.google.com", true)]
    [InlineData("https://idp.example", "https://idp.example/", true)]
    [InlineData("https://accounts.google.com", "https://evil.example", false)]
    [InlineData("https://accounts.google.com", "accounts.google.com", false)]
    [InlineData("https://idp.example/one", "https://idp.example/two", false)]
    [InlineData("https://idp.example/one", "https://idp.example", false)]
    public void Any_provider_has_its_own_address(string authority, string issuer, bool expected)
    {
        Assert.Equal(expected, IdTokenProfile.Google.IsIssuerOf(authority, issuer));
        Assert.Equal(expected, IdTokenProfile.School.IsIssuerOf(authority, issuer));
    }

    [Theory]
    [InlineData("common", "{tenantid}", true)]
    [InlineData("organizations", "{tenantid}", true)]
    [InlineData("consumers", "9188040d-6c67-4c5b-b112-36a304b66dad", true)]
    [InlineData("school.onmicrosoft.com", Tenant, true)]
    [InlineData(Tenant, Tenant, true)]
    [InlineData(Tenant, "9188040d-6c67-4c5b-b112-36a304b66dad", false)]
    [InlineData(Tenant, "{tenantid}", false)]
    [InlineData("common", "{tenantid}/more", false)]
    [InlineData("common", "", false)]
    [InlineData("common", "somebody", false)]
    public void Microsoft_has_a_tenant_in_it(string authority, string issuer, bool expected) =>
        Assert.Equal(expected, IdTokenProfile.Microsoft.IsIssuerOf(
            $"https://login.microsoftonline.com/{authority}/v2.0", $"https://login.microsoftonline.com/{issuer}/v2.0"));

    [Theory]
    [InlineData("https://evil.example/{tenantid}/v2.0")]
    [InlineData("https://login.microsoftonline.com/{tenantid}/v1.0")]
    [InlineData("https://login.microsoftonline.com.evil.example/{tenantid}/v2.0")]
    [InlineData("https://login.microsoftonline.com/v2.0")]
    [InlineData("{tenantid}")]
    public void Microsoft_is_nowhere_else(string issuer) =>
        Assert.False(IdTokenProfile.Microsoft.IsIssuerOf("https://login.microsoftonline.com/common/v2.0", issuer));

    [Fact]
    public async Task Nobody_is_sent_to_a_provider_whose_document_is_of_another_issuer()
    {
        const string Other = "https://accounts.google.com";
        await using var world = await SignInWorld.StartAsync(TokenPlan.Google("jan@gmail.com") with { Issuer = Other });
        world.Provider.DocumentIssuer = Other;

        var who = await world.SignInAsync(ParentSignInSchemes.Google);

        Assert.Null(who);
        Assert.Empty(world.Provider.LastAuthorization);
        Assert.Contains(world.Host.Log.Lines, line => line.Id.Id == 2101 && line.Text.Contains("OtherIssuerException", StringComparison.Ordinal));
    }
}
