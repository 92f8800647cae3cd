using Klik.ParentAccess.Web.Administration.Letters;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Pages;

namespace Klik.Portal.Administration.Letters;

/// <summary>Parent letters (rule L1).</summary>
internal static class LetterEndpoints
{
    public static void MapLetters(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(AdministrationPaths.Letters, async (HttpContext context, LettersScreen screen, IPages pages) =>
            Answer(context, pages, await screen.ShowAsync(context)));
        routes.MapPost(AdministrationPaths.Letters, async (HttpContext context, LettersScreen screen, IPages pages) =>
            Answer(context, pages, await screen.PostAsync(context)));
        routes.MapGet(AdministrationPaths.LettersPdf, (Guid id, HttpContext context, LettersScreen screen, IPages pages) =>
            Answer(context, pages, screen.Download(context, id)));
        routes.MapGet(AdministrationPaths.LetterText, async (HttpContext context, LetterTextScreen screen, IPages pages) =>
            Answer(context, pages, await screen.ShowAsync(context)));
        routes.MapPost(AdministrationPaths.LetterText, async (HttpContext context, LetterTextScreen screen, IPages pages) =>
            Answer(context, pages, await screen.PostAsync(context)));
    }

    private static IResult Answer(HttpContext context, IPages pages, LettersAnswer answer) => answer switch
    {
        LettersAnswer.SeeOther(var path) => Answers.SeeOther(context, path),
        LettersAnswer.Shown(var page) => pages.Show(page),
        LettersAnswer.Pdf(var content, var name) => Results.Stream(content, LettersAnswer.Pdf.ContentType, name),
        _ => throw new InvalidOperationException("An answer that is not known."),
    };
}
