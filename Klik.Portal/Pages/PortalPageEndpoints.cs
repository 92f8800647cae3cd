using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.Portal.Schools;

namespace Klik.Portal.Pages;

/// <summary>The portal's pages outside schools.</summary>
internal static class PortalPageEndpoints
{
    public const string ProblemPath = "/problem";

    /// <summary>
    /// The portal's front page: the only school, or a choice. It shares its paths with each school's own pages. A sign-in whose
    /// state cannot be read any more ends here too, because the state said which school it was for.
    /// </summary>
    public static IApplicationBuilder UsePortalFrontPage(this IApplicationBuilder app) => app.MapWhen(
        context => SchoolPath.Of(context) is null && context.Request.Path.Value is "/" or "" or SchoolPaths.SignIn,
        branch => branch.Run(async context =>
        {
            var schools = await context.RequestServices.GetRequiredService<EfSchools>().ListAsync(context.RequestAborted);
            IResult answer = schools.Count == 1
                ? Results.Redirect($"/{schools[0].Id}{context.Request.Path}{context.Request.QueryString}")
                : new DocumentResult<SchoolListPage>(new Dictionary<string, object?> { [nameof(SchoolListPage.Schools)] = schools });
            await answer.ExecuteAsync(context);
        }));

    /// <summary>What a school does not have is said in the school's own layout.</summary>
    public static void MapUnknownPages(this RouteGroupBuilder school) =>
        school.MapGet("{*path:nonfile}", (IPages pages, ITexts texts) => Answers.NotFound(pages, texts))
            .WithMetadata(SchoolEndpointMetadata.Instance)
            .WithOrder(int.MaxValue);

    public static void MapPortalPages(this IEndpointRouteBuilder routes) => routes.Map(ProblemPath, (ITexts texts) =>
        new DocumentResult<ShortPage>(new Dictionary<string, object?>
        {
            [nameof(ShortPage.Title)] = texts["Something went wrong"],
            [nameof(ShortPage.Text)] = texts["That is our fault, not yours. Go back and try again in a minute."],
            [nameof(ShortPage.Stylesheet)] = PortalAssets.Stylesheet,
        })
        {
            StatusCode = StatusCodes.Status500InternalServerError,
        });
}
