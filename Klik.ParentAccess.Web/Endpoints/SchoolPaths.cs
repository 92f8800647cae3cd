using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>The product's paths, relative to the school's base, and links to them.</summary>
public static class SchoolPaths
{
    /// <summary>The student's page.</summary>
    public const string Profile = "/profile/parents";

    /// <summary>Where an invitation's link leads.</summary>
    public const string Invitation = "/invitation";

    /// <summary>Where a parent accepts after sign-in.</summary>
    public const string AcceptInvitation = "/invitation/accept";

    /// <summary>Where the link in a parent letter leads: short, because people type it.</summary>
    public const string Letter = "/a";

    /// <summary>Where a parent who has signed in at a provider uses the code of a letter.</summary>
    public const string LinkByLetter = "/a/link";

    /// <summary>Where a parent with a letter is sent to a provider; its name comes behind it.</summary>
    public const string LetterSignIn = "/a/sign-in";

    /// <summary>What a student can do with the letter made for them.</summary>
    public const string ProfileLetter = "/profile/parents/letter";

    /// <summary>Where parents choose a provider.</summary>
    public const string SignIn = "/sign-in";

    /// <summary>Where a provider's answer is turned into a session.</summary>
    public const string SignInComplete = "/sign-in/complete";

    /// <summary>Where a session ends.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>What is said to those without access (rule I11).</summary>
    public const string NoAccess = "/no-access";

    /// <summary>The parent's children.</summary>
    public const string Parents = "/parents";

    /// <summary>The parent's settings.</summary>
    public const string Settings = "/parents/settings";

    /// <summary>What is said to a parent who has just deleted the account.</summary>
    public const string AccountDeleted = "/account-deleted";

    /// <summary>A link to a path within the school's base.</summary>
    /// <param name="context">The request, whose base is the school's.</param>
    /// <param name="path">The path with its query, escaped as it stands in a link.</param>
    public static string At(HttpContext context, string path) => context.Request.PathBase.ToUriComponent() + path;
}
