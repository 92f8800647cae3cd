using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>A failed sign-in leads to a page of the school that says so in plain words, never to an error page.</summary>
internal sealed class OpenIdConnectCodeEvents : OAuthEvents
{
    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        await base.RemoteFailure(context);
        if (context.Result is null)
        {
            var fault = (context.Failure as SignInFailureException)?.Fault ?? SignInFault.Unexpected;
            var options = (OpenIdConnectCodeOptions)context.Options;
            context.Response.Redirect(ProblemAddress(context.HttpContext, options, context.Properties, fault.ToProblem()));
            context.HandleResponse();
        }
    }

    /// <summary>
    /// The page for a problem, in the school that the state names, if it could be read. The secret of an invitation comes along
    /// after <c>#</c>, as it came, so that trying again needs no second look at the mail (rules P2, P3).
    /// </summary>
    public static string ProblemAddress(
        HttpContext context, OpenIdConnectCodeOptions options, AuthenticationProperties? properties, SignInProblem problem)
    {
        var hostBase = context.Features.Get<IAuthenticationFeature>()?.OriginalPathBase ?? context.Request.PathBase;
        var path = (properties?.GetSchoolBase() ?? hostBase.ToUriComponent()) + (properties?.GetProblemPath() ?? options.ProblemPath);
        var address = QueryHelpers.AddQueryString(path, SignInProblems.Parameter, problem.ToWord());
        return properties?.GetInvitation() is { } token ? $"{address}#{Uri.EscapeDataString(token)}" : address;
    }
}
