using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Web.Endpoints;

namespace Klik.Portal.Schools;

/// <summary>
/// Finds the school that a request is for in the first part of its path, and makes that part the base of the rest, so that
/// pages need not know that the portal serves many schools.
/// </summary>
internal static class SchoolMiddleware
{
    /// <summary>Finds the school. Before authentication, because each school has a session cookie of its own.</summary>
    public static IApplicationBuilder UseSchool(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var path = context.Request.Path.Value ?? "";
        var end = path.IndexOf('/', Math.Min(1, path.Length));
        var first = path.Length == 0 ? "" : end < 0 ? path[1..] : path[1..end];
        if (SchoolId.TryParse(first, out var id)
            && await context.RequestServices.GetRequiredService<EfSchools>().FindAsync(id, context.RequestAborted) is { } school)
        {
            context.RequestServices.GetRequiredService<CurrentSchool>().Set(school);
            context.Features.Set(new SchoolPath(school));
        }

        await next(context);
    });

    /// <summary>
    /// Makes the school's part of the path the base of the rest. After authentication, so that the providers' callbacks stay
    /// at the root: one registration serves all schools.
    /// </summary>
    public static IApplicationBuilder UseSchoolBase(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (SchoolPath.Of(context) is { } school && context.Request.Path.StartsWithSegments(school.Base, out var rest))
        {
            context.Request.PathBase = context.Request.PathBase.Add(school.Base);
            context.Request.Path = rest.HasValue ? rest : "/";
        }

        return next(context);
    });

    /// <summary>Answers 404 where a page of a school is asked for without a school. After routing.</summary>
    public static IApplicationBuilder UseSchoolEndpoints(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // What routing itself answers (405, for one) belongs to nobody.
        if (context.GetEndpoint() is not RouteEndpoint endpoint
            || (endpoint.Metadata.GetMetadata<SchoolEndpointMetadata>() is null) == (SchoolPath.Of(context) is null))
        {
            return next(context);
        }

        // A page of a school without one, or one of the portal's own below a school.
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
