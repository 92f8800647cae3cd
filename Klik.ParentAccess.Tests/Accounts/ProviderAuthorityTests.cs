using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Tests.Accounts;

[Trait("Rule", "P1")]
public class ProviderAuthorityTests
{
    private static readonly Guid ForeignTenant = new("6f3c1a52-0d7b-4f0e-9a39-2f1f0c8f7a11");

    [Theory]
    [InlineData("jan@gmail.com", "true", null, true)]
    [InlineData("jan@GMAIL.com", "true", null, true)]
    [InlineData("jan@googlemail.com", "true", null, true)]
    [InlineData("jan@company.example", "true", "company.example", true)]
    [InlineData("jan@second-domain.example", "true", "company.example", true)]
    [InlineData("jan@gmail.com", "false", null, false)]
    [InlineData("jan@gmail.com", null, null, false)]
    [InlineData("jan@gmail.com", "1", null, false)]
    [InlineData("jan@company.example", "true", null, false)]
    [InlineData("jan@company.example", "true", "", false)]
    [InlineData("jan@company.example", "true", " ", false)]
    [InlineData("jan@company.example", "false", "company.example", false)]
    [InlineData("jan@notgmail.com", "true", null, false)]
    [InlineData("jan@gmail.com.evil.example", "true", null, false)]
    [InlineData("jan@mail.gmail.com", "true", null, false)]
    public void Google_is_authoritative_for_its_own_mail_and_for_workspaces(string email, string? verified, string? hostedDomain, bool expected)
    {
        Assert.True(EmailAddress.TryParse(email, out var address));

        Assert.Equal(expected, ProviderAuthority.OfGoogle(address, verified, hostedDomain));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("yes", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Microsoft_is_authoritative_for_an_organisation_only_where_it_owns_the_domain(string? domainOwnerVerified, bool expected)
    {
        Assert.True(EmailAddress.TryParse("jan@company.example", out var address));

        Assert.Equal(expected, ProviderAuthority.OfMicrosoft(address, ForeignTenant, domainOwnerVerified));
    }

    [Fact]
    public void Microsoft_is_authoritative_for_a_personal_account()
    {
        Assert.True(EmailAddress.TryParse("jan@company.example", out var address));

        Assert.True(ProviderAuthority.OfMicrosoft(address, ProviderAuthority.MicrosoftConsumerTenant, null));
    }

    [Fact]
    public void Nobody_is_authoritative_for_no_address()
    {
        Assert.False(ProviderAuthority.OfGoogle(null, "true", "company.example"));
        Assert.False(ProviderAuthority.OfMicrosoft(null, ProviderAuthority.MicrosoftConsumerTenant, "true"));
    }
}
