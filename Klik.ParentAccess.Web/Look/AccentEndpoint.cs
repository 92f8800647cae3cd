using System.Text;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Web.Look;

/// <summary>The school's colour as a stylesheet; its address changes with the colour, so that it can be cached for long.</summary>
public static class AccentEndpoint
{
    /// <summary>Where it is, below the school's base.</summary>
    public const string Path = "/accent.css";

    /// <summary>Maps it.</summary>
    public static void MapAccent(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, (HttpContext context, ICurrentSchool school) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Text(AccentStylesheet.For(school.School.AccentColor), "text/css", Encoding.UTF8);
        }).WithMetadata(SchoolEndpointMetadata.Instance);
}
