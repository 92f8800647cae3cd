using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.OwnAccounts;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Parents;

/// <summary>The links of the parent's pages.</summary>
/// <param name="Base">The school's base, escaped as in a link; empty at the root.</param>
public sealed record ParentPaths(string Base)
{
    /// <summary>The last piece of the path where the data is shown.</summary>
    internal const string Data = "/data";

    /// <summary>The last piece of the path where the data is downloaded.</summary>
    internal const string DataFile = "/data.json";

    /// <summary>The last piece of the path where the account is deleted.</summary>
    internal const string Delete = "/delete";

    /// <summary>The last piece of the path where the parent signs out everywhere else.</summary>
    internal const string SignOutElsewhere = "/sign-out-elsewhere";

    /// <summary>The query by which a page says that something was stored.</summary>
    internal const string Saved = "saved";

    /// <summary>All children.</summary>
    public string Overview => Base + SchoolPaths.Parents;

    /// <summary>The parent's settings.</summary>
    public string Settings => Base + SchoolPaths.Settings;

    /// <summary>How a parent with an account at the school signs in.</summary>
    public string SignIn => Base + OwnAccountPaths.Settings;

    /// <summary>Where another child is linked by the code of a letter.</summary>
    public string LinkChild => Base + SchoolPaths.Letter;

    /// <summary>What is kept of the parent, to read.</summary>
    public string MyData => Settings + Data;

    /// <summary>What is kept of the parent, as a file.</summary>
    public string MyDataFile => Settings + DataFile;

    /// <summary>Where the parent confirms that the account goes.</summary>
    public string DeleteAccount => Settings + Delete;

    /// <summary>Where the parent signs out everywhere else.</summary>
    public string SignOutEverywhereElse => Settings + SignOutElsewhere;

    /// <summary>The links of a request's school.</summary>
    internal static ParentPaths Of(HttpContext context) => new(context.Request.PathBase.ToUriComponent());

    /// <summary>A part of a student; the overview is the front page.</summary>
    public string Part(StudentId student, StudentPart part) =>
        $"{Overview}/students/{StudentPathSegment.Of(student)}{Segment(part)}";

    /// <summary>The last piece of a part's path, with its slash; none for the front page.</summary>
    internal static string Segment(StudentPart part) => part switch
    {
        StudentPart.Overview => "",
        StudentPart.Grades => "/grades",
        StudentPart.Progress => "/progress",
        StudentPart.Assessments => "/assessments",
        StudentPart.Goals => "/goals",
        StudentPart.Links => "/links",
        StudentPart.Conversations => "/conversations",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };
}
