using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using OrchardCore.Users;

namespace Klik.ParentAccess.Sessions;

/// <summary>Leads students and staff to the site's own login page, and from there to the page that they came for.</summary>
internal static class SiteSignInEndpoint
{
    public const string Path = "/sign-in/school";

    private const string OrchardReturnField = "returnUrl";

    public static void MapSiteSignIn(this IEndpointRouteBuilder routes) => routes.MapGroup("").MapSchoolPages().MapGet(Path, SignIn);

    private static IResult SignIn(
        [FromQuery(Name = Answers.ReturnField)] string? returnPath, HttpContext context, IOptions<UserOptions> options)
    {
        var target = LocalPath.IsInSchool(context, returnPath) ? returnPath : SchoolPaths.At(context, SchoolPaths.Profile);
        return Answers.SeeOther(context, $"/{options.Value.LoginPath}" + QueryString.Create(OrchardReturnField, target));
    }
}
