using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.SignIn;
using Klik.Portal.Settings;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Klik.Portal.Sessions;

/// <summary>Students and staff sign in at the school's own provider.</summary>
internal static class SchoolSignInEndpoints
{
    public const string Path = "/sign-in/school";

    private const string CompletePath = "/sign-in/school/complete";

    public static void MapSchoolSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Challenge);
        routes.MapGet(CompletePath, CompleteAsync);
    }

    private static IResult Challenge(HttpContext context, IParentSignInProviders providers)
    {
        if (!providers.OffersSchoolSignIn)
        {
            return Results.NotFound();
        }

        var properties = new AuthenticationProperties { RedirectUri = SchoolPaths.At(context, CompletePath) };
        properties.SetSchoolBase(context.Request.PathBase.Value!);
        return Results.Challenge(properties, [ParentSignInSchemes.School]);
    }

    private static async Task<IResult> CompleteAsync(
        HttpContext context, ICurrentSchool school, IStudents students, IPeople people, IOptionsSnapshot<PortalOptions> options)
    {
        var external = await context.AuthenticateAsync(PortalSchemes.External);
        await context.SignOutAsync(PortalSchemes.External);
        var isForThisSchool = external.Properties?.GetSchoolBase() == context.Request.PathBase.Value;
        if (!isForThisSchool || external.Principal?.ToSchoolIdentity() is not { } identity)
        {
            return Results.Redirect(SchoolPaths.At(context, SchoolPaths.SignIn));
        }

        var names = new[] { identity.PreferredUserName, identity.Email }.OfType<string>().Where(name => name.Length > 0).Distinct().ToList();
        if (names.FirstOrDefault(name => options.Value.IsAdministrator(school.School.Id.Value, name)) is { } administrator)
        {
            await PortalPeople.SignInAsync(context, new PortalSession(school.School.Id, PortalRole.Administrator, administrator));
            return Results.Redirect(SchoolPaths.At(context, "/admin/users"));
        }

        foreach (var name in names)
        {
            if (await students.FindBySignInNameAsync(name, context.RequestAborted) is { IsActive: true } student)
            {
                await PortalPeople.SignInAsync(context, new PortalSession(school.School.Id, PortalRole.Student, student.Id.Value));
                return Results.Redirect(SchoolPaths.At(context, SchoolPaths.Profile));
            }
        }

        await people.SignOutAsync(context);
        return Results.Redirect(SchoolPaths.At(context, SchoolPaths.NoAccess));
    }
}
