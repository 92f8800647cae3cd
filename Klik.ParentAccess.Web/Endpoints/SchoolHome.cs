using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>The school's front door, for a host that has no front page of its own.</summary>
public static class SchoolHome
{
    /// <summary>Leads a student to the profile, a parent to the children, and anybody else to the choice of where to sign in.</summary>
    /// <param name="routes">The school's routes.</param>
    /// <param name="staffPath">Where others who are signed in go, relative to the school's base.</param>
    public static IEndpointConventionBuilder MapSchoolHome(this IEndpointRouteBuilder routes, string? staffPath = null) =>
        routes.MapGroup("").MapSchoolPages().MapGet("/", (HttpContext context, IPeople people) => Answers.SeeOther(context, PathOf(context, people, staffPath)));

    /// <summary>Where the front door leads, relative to the school's base.</summary>
    /// <param name="context">The request.</param>
    /// <param name="people">Who is signed in.</param>
    /// <param name="staffPath">Where others who are signed in go; left out, to the choice of where to sign in.</param>
    public static string PathOf(HttpContext context, IPeople people, string? staffPath)
    {
        if (people.Student(context) is not null)
        {
            return SchoolPaths.Profile;
        }

        if (people.Parent(context) is not null)
        {
            return SchoolPaths.Parents;
        }

        return staffPath is not null && people.IsSignedIn(context) ? staffPath : SchoolPaths.SignIn;
    }
}
