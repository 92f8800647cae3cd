using System.Globalization;
using Klik.ParentAccess.Web.Administration;
using Klik.ParentAccess.Web.Endpoints;

namespace Klik.Portal.Administration.Users;

/// <summary>Which part of user management is looked at.</summary>
/// <param name="List">The list.</param>
/// <param name="Search">Part of a name that is searched for, if any.</param>
/// <param name="SearchToken">The same as it stands in addresses, see <see cref="NameSearch"/>.</param>
/// <param name="Number">The page of the list, from 1.</param>
public sealed record UserListView(UserList List, string? Search = null, string? SearchToken = null, int Number = 1)
{
    internal const string ListParameter = "show";
    internal const string SearchParameter = "find";
    internal const string NumberParameter = "page";
    internal const string NoticeParameter = "notice";

    /// <summary>Reads a list from an address; what is not known is the first list.</summary>
    internal static UserList ReadList(string? word) => word == Word(UserList.Parents) ? UserList.Parents : UserList.Students;

    /// <summary>Reads the number of a page; what is not one is the first.</summary>
    internal static int ReadNumber(string? number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? Math.Max(1, read) : 1;

    /// <summary>How a list stands in an address.</summary>
    internal static string Word(UserList list) => list == UserList.Parents ? "parents" : "students";

    /// <summary>The path and query of this part, relative to the school's base.</summary>
    internal string ToPath(UserNotice? notice = null)
    {
        var query = new Dictionary<string, string?>
        {
            [ListParameter] = Word(List),
            [SearchParameter] = SearchToken,
            [NumberParameter] = Number > 1 ? Number.ToString(CultureInfo.InvariantCulture) : null,
            [NoticeParameter] = notice?.ToString(),
        };
        return AdministrationPaths.Users + QueryString.Create(query.Where(pair => pair.Value is not null));
    }

    /// <summary>A link to this part.</summary>
    internal string LinkIn(HttpContext context) => SchoolPaths.At(context, "") + ToPath();
}
