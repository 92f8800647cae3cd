using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Sessions;
using Klik.ParentAccess.Web.SignIn;
using Klik.Portal.Administration;
using Klik.Portal.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Klik.Portal.Sessions;

/// <summary>Students and staff sign in at the school's own provider.</summary>
internal static class SchoolSignInEndpoints
{
    public const string Path = "/sign-in/school";

    private const string CompletePath = "/sign-in/school/complete";

    public static void MapSchoolSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Challenge).LimitSignIns();
        routes.MapGet(CompletePath, CompleteAsync);
    }

    private static IResult Challenge(
        [FromQuery(Name = Answers.ReturnField)] string? returnPath,
        HttpContext context, IParentSignInProviders providers, IPages pages, ITexts texts)
    {
        if (!providers.OffersSchoolSignIn)
        {
            return Answers.NotFound(pages, texts);
        }

        var query = LocalPath.IsInSchool(context, returnPath) ? QueryString.Create(Answers.ReturnField, returnPath) : QueryString.Empty;
        var properties = new AuthenticationProperties { RedirectUri = SchoolPaths.At(context, CompletePath) + query };
        properties.SetSchoolBase(context.Request.PathBase.Value!);
        return Results.Challenge(properties, [ParentSignInSchemes.School]);
    }

    private static async Task<IResult> CompleteAsync(
        [FromQuery(Name = Answers.ReturnField)] string? returnPath,
        HttpContext context, ICurrentSchool school, IStudents students, IPeople people, IOptionsSnapshot<PortalOptions> options)
    {
        var external = await context.AuthenticateAsync(PortalSchemes.External);
        var isForThisSchool = external.Properties?.GetSchoolBase() == context.Request.PathBase.Value;
        if (!isForThisSchool || external.Principal?.ToSchoolIdentity() is not { } identity)
        {
            return Answers.SeeOther(context, SchoolPaths.SignIn);
        }

        await context.SignOutAsync(PortalSchemes.External);
        var names = new[] { identity.PreferredUserName, identity.Email }.OfType<string>().Where(name => name.Length > 0).Distinct().ToList();
        if (names.FirstOrDefault(name => options.Value.IsAdministrator(school.School.Id.Value, name)) is { } administrator)
        {
            await PortalPeople.SignInAsync(context, new PortalSession(school.School.Id, PortalRole.Administrator, administrator));
            return Go(context, AdministrationPaths.Root, AdministrationPaths.Users, returnPath);
        }

        foreach (var name in names)
        {
            if (await students.FindBySignInNameAsync(name, context.RequestAborted) is { IsActive: true } student)
            {
                await PortalPeople.SignInAsync(context, new PortalSession(school.School.Id, PortalRole.Student, student.Id.Value));
                return Go(context, SchoolPaths.Profile, SchoolPaths.Profile, returnPath);
            }
        }

        await people.SignOutAsync(context);
        return Answers.NoAccess(context);
    }

    // Back to the page that was asked for, where it is one of this person's own.
    private static IResult Go(HttpContext context, string root, string page, string? returnPath) =>
        LocalPath.IsBelow(context, root, returnPath) ? Results.LocalRedirect(returnPath) : Answers.SeeOther(context, page);
}
