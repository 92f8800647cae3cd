using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Administration.Letters;

/// <summary>Addresses of the pages of letters, which are wherever the host has put them: a page, and two parts below it.</summary>
public static class LetterLinks
{
    /// <summary>Below the page: the text of letters.</summary>
    public const string TextPart = "/text";

    /// <summary>Below the page, with an id behind it: a PDF.</summary>
    public const string PdfPart = "/pdf";

    internal const string LanguageParameter = "language";

    /// <summary>The path of the page, relative to the school's base, from any of its parts.</summary>
    internal static string Page(HttpContext context)
    {
        var path = context.Request.Path.ToUriComponent();
        var part = Math.Max(path.LastIndexOf(TextPart, StringComparison.OrdinalIgnoreCase), path.LastIndexOf(PdfPart + "/", StringComparison.OrdinalIgnoreCase));
        return part < 0 ? path : path[..part];
    }

    /// <summary>The path of the text in a language, relative to the school's base.</summary>
    internal static string Text(HttpContext context, string? language = null, bool isSaved = false)
    {
        var query = QueryString.Empty;
        query = language is null ? query : query.Add(LanguageParameter, language);
        return Page(context) + TextPart + (isSaved ? query.Add(LettersView.NoticeParameter, LetterAction.Save) : query);
    }

    /// <summary>The path of a PDF, relative to the school's base.</summary>
    internal static string Pdf(HttpContext context, Guid id) => $"{Page(context)}{PdfPart}/{id}";
}
