using Klik.Portal.Schools;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Klik.Portal.Pages;

/// <summary>The portal's pages outside schools.</summary>
internal static class PortalPageEndpoints
{
    public const string ProblemPath = "/problem";

    /// <summary>The portal's front page: the only school, or a choice. It shares its path with each school's own front page.</summary>
    public static IApplicationBuilder UsePortalFrontPage(this IApplicationBuilder app) => app.MapWhen(
        context => SchoolPath.Of(context) is null && context.Request.Path.Value is "/" or "",
        branch => branch.Run(async context =>
        {
            var schools = await context.RequestServices.GetRequiredService<EfSchools>().ListAsync(context.RequestAborted);
            IResult answer = schools.Count == 1
                ? Results.Redirect($"/{schools[0].Id}/")
                : new RazorComponentResult<SchoolListPage>(new { Schools = schools });
            await answer.ExecuteAsync(context);
        }));

    public static void MapPortalPages(this IEndpointRouteBuilder routes) =>
        routes.Map(ProblemPath, () => new RazorComponentResult<ProblemPage> { StatusCode = StatusCodes.Status500InternalServerError });
}
