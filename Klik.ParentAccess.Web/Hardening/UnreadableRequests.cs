using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Hardening;

/// <summary>
/// Answers 400 to a request that cannot be read: a form that is broken, too large or in an encoding that is not read, or a scheme
/// that a proxy made up. The framework throws then, from the binding of parameters and from the check of the form's token alike.
/// </summary>
public static class UnreadableRequests
{
    /// <summary>Adds it, around everything that reads forms.</summary>
    public static IApplicationBuilder UseUnreadableRequests(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        if (context.Request.Scheme is not ("http" or "https"))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception problem) when (!context.Response.HasStarted && StatusOf(problem) is { } status)
        {
            context.Response.Clear();
            context.Response.StatusCode = status;
        }
    });

    private static int? StatusOf(Exception problem) => problem switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException { InnerException: BadHttpRequestException bad } => bad.StatusCode,
        AntiforgeryValidationException { InnerException: InvalidDataException or IOException } => StatusCodes.Status400BadRequest,
        InvalidDataException { Source: "Microsoft.AspNetCore.WebUtilities" or "Microsoft.AspNetCore.Http" } => StatusCodes.Status400BadRequest,

        // A charset that the framework knows and does not read (UTF-7).
        NotSupportedException { TargetSite.DeclaringType.Namespace: "System.Text" } => StatusCodes.Status400BadRequest,
        _ => null,
    };
}
