using System.Globalization;
using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Administration.Import;

/// <summary>Addresses of the import page, which is wherever the host has put it: forms and links lead to the path of the request.</summary>
internal static class ImportLinks
{
    public const string FollowParameter = "follow";
    public const string NumberParameter = "page";

    /// <summary>The path and query of the page, which reloads by itself or not, relative to the school's base.</summary>
    public static string Path(HttpContext context, bool follows) =>
        context.Request.Path.ToUriComponent() + (follows ? QueryString.Create(FollowParameter, "true") : QueryString.Empty);

    /// <summary>A link to the page.</summary>
    public static string ToPage(HttpContext context, bool follows = false) => SchoolPaths.At(context, Path(context, follows));

    /// <summary>A link to a page of the refused rows.</summary>
    public static string ToRefusals(HttpContext context, int number) =>
        $"{ToPage(context)}{QueryString.Create(NumberParameter, number.ToString(CultureInfo.InvariantCulture))}#refused";
}
