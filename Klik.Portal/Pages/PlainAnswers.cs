using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.Portal.Schools;

namespace Klik.Portal.Pages;

/// <summary>Gives an answer that is only the number 404 words that somebody can do something with, outside schools too.</summary>
internal static class PlainAnswers
{
    /// <summary>Adds them; after the language is known.</summary>
    public static IApplicationBuilder UsePlainAnswers(this IApplicationBuilder app) => app.UseStatusCodePages(answer =>
        answer.HttpContext.Response.StatusCode == StatusCodes.Status404NotFound
            ? NotFound(answer.HttpContext).ExecuteAsync(answer.HttpContext)
            : Task.CompletedTask);

    private static IResult NotFound(HttpContext context)
    {
        var texts = context.RequestServices.GetRequiredService<ITexts>();
        return SchoolPath.Of(context) is not null
            ? Answers.NotFound(context.RequestServices.GetRequiredService<IPages>(), texts)
            : new DocumentResult<ShortPage>(new Dictionary<string, object?>
            {
                [nameof(ShortPage.Title)] = texts["This page does not exist"],
                [nameof(ShortPage.Text)] = texts["Perhaps the address has a typing error. Check it, or open the link in your e-mail once more."],
                [nameof(ShortPage.Stylesheet)] = PortalAssets.Stylesheet,
            })
            {
                StatusCode = StatusCodes.Status404NotFound,
            };
    }
}
