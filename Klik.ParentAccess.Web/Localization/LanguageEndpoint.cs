using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>Takes the choice of a language that <see cref="Components.LanguageForm"/> posts (rule P8).</summary>
public static class LanguageEndpoint
{
    /// <summary>Maps <see cref="LanguageNames.Path"/>: keeps the choice in this browser and goes back to the page.</summary>
    public static RouteHandlerBuilder MapLanguage(this IEndpointRouteBuilder routes) => routes.MapPost(LanguageNames.Path, ChooseAsync);

    private static async Task<IResult> ChooseAsync(HttpContext context, ITexts texts, IAntiforgery antiforgery)
    {
        // A minimal endpoint is not checked of itself in every host.
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        new RequestLanguage(texts).Remember(context, form[LanguageNames.LanguageField]);
        context.Response.Headers.Location = LocalPath(form[LanguageNames.ReturnField], context.Request.PathBase);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The path to go back to; anything that could lead to another site is the school's front page.</summary>
    internal static string LocalPath(string? path, PathString schoolBase)
    {
        var isLocal = path is ['/', ..] and not ['/', '/' or '\\', ..] && path.All(sign => sign is > ' ' and < '\x7f' and not '\\');
        return isLocal ? path! : schoolBase.Add("/").Value!;
    }
}
