using System.Globalization;
using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Administration.Letters;

/// <summary>Which part of the page of letters is looked at.</summary>
/// <param name="List">The list.</param>
/// <param name="Search">Part of a student's name that is searched for, if any.</param>
/// <param name="SearchToken">The same as it stands in addresses, see <see cref="NameSearch"/>.</param>
/// <param name="Number">The page of the list, from 1.</param>
/// <param name="Follows">Whether the page reloads by itself while a PDF is made.</param>
public sealed record LettersView(LettersList List, string? Search = null, string? SearchToken = null, int Number = 1, bool Follows = false)
{
    internal const string ListParameter = "show";
    internal const string SearchParameter = "find";
    internal const string NumberParameter = "page";
    internal const string NoticeParameter = "notice";
    internal const string FollowParameter = "follow";

    /// <summary>How a list stands in an address.</summary>
    internal static string Word(LettersList list) => list == LettersList.Students ? "students" : "letters";

    /// <summary>Reads what an address or a form says; what is not known is as at first.</summary>
    internal static LettersView Read(string? list, string? search, string? token, string? number, bool follows) => new(
        list == Word(LettersList.Students) ? LettersList.Students : LettersList.Letters,
        search,
        search is null ? null : token,
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? Math.Max(1, read) : 1,
        follows);

    /// <summary>The path and query of this part, relative to the school's base.</summary>
    internal string ToPath(HttpContext context, LettersNotice? notice = null)
    {
        var query = new Dictionary<string, string?>
        {
            [ListParameter] = List == LettersList.Letters ? null : Word(List),
            [SearchParameter] = SearchToken,
            [NumberParameter] = Number > 1 ? Number.ToString(CultureInfo.InvariantCulture) : null,
            [FollowParameter] = Follows ? "true" : null,
            [NoticeParameter] = notice?.ToString(),
        };
        return LetterLinks.Page(context) + QueryString.Create(query.Where(pair => pair.Value is not null));
    }

    /// <summary>A link to this part.</summary>
    internal string LinkIn(HttpContext context) => SchoolPaths.At(context, ToPath(context));
}
