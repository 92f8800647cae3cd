using System.Globalization;
using System.Security.Claims;
using Klik.ParentAccess.Web.Hardening;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>
/// The language that a request is answered in (rule P8): what was chosen in this browser, else the account's preference, else
/// what the browser asks for, else what the school speaks.
/// </summary>
internal sealed class RequestLanguage(ITexts texts)
{
    // A browser sends a handful; a longer header is not a person's wish.
    private const int MostAsked = 20;

    /// <summary>The language for a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="schoolDefault">The tag of the school's language; one that is not there is English.</param>
    public Language LanguageOf(HttpContext context, string? schoolDefault) =>
        Find(context.Request.Cookies[HostCookies.NameFor(context, LanguageNames.Cookie)])
        ?? Find(context.User.FindFirstValue(LanguageNames.Claim))
        ?? AskedBy(context.Request)
        ?? Find(schoolDefault)
        ?? texts.ForCulture(CultureInfo.InvariantCulture).Language;

    /// <summary>
    /// Makes the rest of the request speak its language. Call it where the culture flows on: in a middleware before the next
    /// one is called, or at the top of an endpoint.
    /// </summary>
    public Language Apply(HttpContext context, string? schoolDefault)
    {
        var language = LanguageOf(context, schoolDefault);
        CultureInfo.CurrentCulture = language.Culture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Tag);
        return language;
    }

    /// <summary>Keeps a choice in this browser for a year.</summary>
    /// <returns>False, and nothing is kept, when there is no such language.</returns>
    public bool Remember(HttpContext context, string? tag)
    {
        if (Find(tag) is not { } language)
        {
            return false;
        }

        context.Response.Cookies.Append(HostCookies.NameFor(context, LanguageNames.Cookie), language.Tag, new CookieOptions
        {
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
        return true;
    }

    /// <summary>The language with a tag, or the nearest one above it: nl for nl-BE.</summary>
    public Language? Find(string? tag)
    {
        // Looked up in our own list, so that a made-up tag never becomes a culture that the process remembers.
        for (var at = tag.AsSpan().Trim(); at.Length > 0; at = at[..Math.Max(0, at.LastIndexOf('-'))])
        {
            foreach (var language in texts.Languages)
            {
                if (at.Equals(language.Tag, StringComparison.OrdinalIgnoreCase))
                {
                    return language;
                }
            }
        }

        return null;
    }

    private Language? AskedBy(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Take(MostAsked)
            .Select(asked => (Tag: asked.Value, Weight: asked.Quality ?? 1))
            .Where(asked => asked.Weight > 0)
            .OrderByDescending(asked => asked.Weight)
            .Select(asked => Find(asked.Tag.Value))
            .FirstOrDefault(language => language is not null);
}
