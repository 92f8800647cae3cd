using System.Text;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Look;

namespace Klik.Portal.Schools;

/// <summary>The school's colour as a stylesheet; its address changes with the colour, so that it can be cached for long.</summary>
internal static class AccentEndpoints
{
    public const string Path = "/accent.css";

    public static void MapAccent(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, (HttpContext context, ICurrentSchool school) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Text(AccentStylesheet.For(school.School.AccentColor), "text/css", Encoding.UTF8);
        }).WithMetadata(SchoolEndpointMetadata.Instance);
}
