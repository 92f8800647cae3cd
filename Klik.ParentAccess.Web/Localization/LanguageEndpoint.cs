using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>Takes the choice of a language that <see cref="Components.LanguageForm"/> posts (rule P8).</summary>
internal static class LanguageEndpoint
{
    /// <summary>Maps <see cref="LanguageNames.Path"/>: keeps the choice in this browser and goes back to the page.</summary>
    public static RouteHandlerBuilder MapLanguage(this IEndpointRouteBuilder routes) => routes.MapPost(LanguageNames.Path, Choose);

    // Anything that leads elsewhere is answered with the school's front page.
    private static IResult Choose(
        [FromForm(Name = LanguageNames.LanguageField)] string? language,
        [FromForm(Name = LanguageNames.ReturnField)] string? returnPath,
        HttpContext context, RequestLanguage languages)
    {
        languages.Remember(context, language);
        return LocalPath.IsInSchool(context, returnPath) ? new SeeOtherResult(returnPath) : Answers.SeeOther(context, "/");
    }
}
