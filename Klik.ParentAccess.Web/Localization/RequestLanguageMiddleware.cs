using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>Puts the choice of language into a host's pipeline.</summary>
public static class RequestLanguageMiddleware
{
    /// <summary>
    /// Makes every request from here on speak its language (rule P8). It stands after authentication, for the account's
    /// preference, and reads the texts at once, so that a broken file stops the start.
    /// </summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="schoolDefault">Gives the tag of the school's language for a request.</param>
    /// <exception cref="Po.PoFormatException">A file with texts cannot be used; the message names it and the line.</exception>
    public static IApplicationBuilder UseParentAccessLanguage(this IApplicationBuilder app, Func<HttpContext, string?> schoolDefault)
    {
        var language = new RequestLanguage(app.ApplicationServices.GetRequiredService<ITexts>());
        return app.Use((context, next) =>
        {
            language.Apply(context, schoolDefault(context));
            return next(context);
        });
    }
}
