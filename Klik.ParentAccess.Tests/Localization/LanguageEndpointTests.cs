using Klik.ParentAccess.Web.Localization;

namespace Klik.ParentAccess.Tests.Localization;

[Trait("Rule", "P8")]
public class LanguageEndpointTests
{
    [Theory]
    [InlineData("/demo/parents?page=2", "/demo/parents?page=2")]
    [InlineData("/", "/")]
    [InlineData(null, "/demo/")]
    [InlineData("", "/demo/")]
    [InlineData("https://evil.example/", "/demo/")]
    [InlineData("//evil.example/", "/demo/")]
    [InlineData("/\\evil.example/", "/demo/")]
    [InlineData("/a\\b", "/demo/")]
    [InlineData("/\t/evil.example", "/demo/")]
    [InlineData("/a\r\nSet-Cookie: a=b", "/demo/")]
    [InlineData("parents", "/demo/")]
    [InlineData("javascript:alert(1)", "/demo/")]
    public void A_choice_comes_back_to_the_page_and_never_to_another_site(string? asked, string expected) =>
        Assert.Equal(expected, LanguageEndpoint.LocalPath(asked, "/demo"));
}
