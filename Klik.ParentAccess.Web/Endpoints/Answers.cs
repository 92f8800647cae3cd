using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>The answers that several endpoints give, those of a host's own pages too.</summary>
public static class Answers
{
    /// <summary>The name of the field that holds where to go after signing in.</summary>
    public const string ReturnField = "return";

    /// <summary>After a POST that did its work: look at a page anew, so that reloading repeats nothing.</summary>
    public static IResult SeeOther(HttpContext context, string path) => new SeeOtherResult(SchoolPaths.At(context, path));

    /// <summary>To the page that says what can be done without access (rule I11).</summary>
    /// <param name="context">The request.</param>
    /// <param name="query">What that page is to say besides.</param>
    public static IResult NoAccess(HttpContext context, QueryString query = default) =>
        new RefusedResult(SeeOther(context, SchoolPaths.NoAccess + query), Refusal.NoAccess);

    /// <summary>The session has ended elsewhere: to the sign-in page.</summary>
    public static IResult SessionEnded(HttpContext context) => new RefusedResult(SignInFirst(context), Refusal.SessionEnded);

    /// <summary>To the sign-in page, and back to a page that was asked for with GET.</summary>
    public static IResult SignInFirst(HttpContext context)
    {
        var query = HttpMethods.IsGet(context.Request.Method)
            ? QueryString.Create(ReturnField, context.Request.PathBase + context.Request.Path + context.Request.QueryString)
            : QueryString.Empty;
        return SeeOther(context, SchoolPaths.SignIn + query);
    }

    /// <summary>Somebody is signed in whose page this is not.</summary>
    public static IResult NotForYou(IPages pages, ITexts texts) => new RefusedResult(
        pages.Show(PageView.Of<NotForYouPage>(texts["This page is not for you"]) with { StatusCode = StatusCodes.Status403Forbidden }), Refusal.NotForYou);

    /// <summary>There is no such page, or not for this person: the two look alike.</summary>
    public static IResult NotFound(IPages pages, ITexts texts) =>
        pages.Show(PageView.Of<NotFoundPage>(texts["This page does not exist"]) with { StatusCode = StatusCodes.Status404NotFound });
}
