using System.Globalization;
using System.Security.Claims;
using Klik.ParentAccess.Web.Localization;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Tests.Localization;

[Trait("Rule", "P8")]
public class RequestLanguageTests
{
    private readonly RequestLanguage _language = new(new Texts(new TextCatalog(TextFiles.EmbeddedIn(typeof(TextFiles).Assembly))));

    [Theory]
    [InlineData("nl", "en", "en", "en", "nl")]
    [InlineData(null, "nl", "en", "en", "nl")]
    [InlineData(null, null, "nl", "en", "nl")]
    [InlineData(null, null, null, "nl", "nl")]
    [InlineData(null, null, null, null, "en")]
    [InlineData("tlh", "../nl", "xx,yy;q=0.5", "nl", "nl")]
    [InlineData(null, null, "en;q=0.5, nl-BE;q=0.8", "en", "nl")]
    [InlineData(null, null, "de, fr;q=0.9, nl;q=0.1", "en", "nl")]
    [InlineData(null, null, "nl;q=0, *", "en", "en")]
    [InlineData(null, null, "NL-nl", "en", "nl")]
    [InlineData(null, null, ";;;q=nonsense,,", "nl", "nl")]
    public void The_choice_goes_before_the_account_before_the_browser_before_the_school(
        string? cookie, string? claim, string? asked, string? school, string expected)
    {
        var request = Request(cookie, claim, asked);

        Assert.Equal(expected, _language.LanguageOf(request, school).Tag);
    }

    [Theory]
    [InlineData("nl", "nl-NL")]
    [InlineData("en", "en-GB")]
    public void The_rest_of_the_request_speaks_the_language(string tag, string culture)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            _language.Apply(Request(tag, null, null), null);

            Assert.Equal((culture, tag), (CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    [Fact]
    public void A_choice_is_kept_in_the_browser_and_one_that_is_not_there_is_not()
    {
        var chosen = Request(null, null, null);
        chosen.Request.PathBase = "/demo";
        var unknown = Request(null, null, null);

        Assert.True(_language.Remember(chosen, "nl"));
        Assert.False(_language.Remember(unknown, "nl\r\nSet-Cookie: a=b"));

        Assert.Equal("klik-language=nl; max-age=31536000; path=/; samesite=lax; httponly", chosen.Response.Headers.SetCookie.ToString());
        Assert.Equal(0, unknown.Response.Headers.SetCookie.Count);
    }

    private static DefaultHttpContext Request(string? cookie, string? claim, string? asked)
    {
        var context = new DefaultHttpContext();
        if (cookie is not null)
        {
            context.Request.Headers.Cookie = $"klik-language={cookie}";
        }

        if (claim is not null)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("klik:language", claim)]));
        }

        context.Request.Headers.AcceptLanguage = asked;
        return context;
    }
}
