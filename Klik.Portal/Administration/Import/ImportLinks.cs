using System.Globalization;
using Klik.ParentAccess.Web.Endpoints;

namespace Klik.Portal.Administration.Import;

/// <summary>Addresses of the import page.</summary>
internal static class ImportLinks
{
    public const string FollowParameter = "follow";
    public const string NumberParameter = "page";

    /// <summary>The path and query of the page, which reloads by itself or not, relative to the school's base.</summary>
    public static string Path(bool follows) =>
        AdministrationPaths.Import + (follows ? QueryString.Create(FollowParameter, "true") : QueryString.Empty);

    /// <summary>A link to the page.</summary>
    public static string ToPage(HttpContext context, bool follows) => SchoolPaths.At(context, "") + Path(follows);

    /// <summary>A link to a page of the refused rows.</summary>
    public static string ToRefusals(HttpContext context, int number) =>
        $"{SchoolPaths.At(context, AdministrationPaths.Import)}{QueryString.Create(NumberParameter, number.ToString(CultureInfo.InvariantCulture))}#refused";
}
