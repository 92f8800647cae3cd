using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>An answer that refuses something, and says so in the log: which endpoint and why, nothing of a person.</summary>
/// <param name="answer">What the person gets.</param>
/// <param name="refusal">Why.</param>
internal sealed class RefusedResult(IResult answer, Refusal refusal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var logger = httpContext.RequestServices.GetRequiredService<ILogger<RefusedResult>>();
        // The pattern, not the path: a path may hold anything that somebody typed.
        var route = "/" + (httpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.Trim('/');
        RefusalLog.Refused(logger, KnownMethod(httpContext.Request.Method), route, refusal);
        return answer.ExecuteAsync(httpContext);
    }

    private static string KnownMethod(string method) => HttpMethods.IsGet(method) ? HttpMethods.Get : HttpMethods.IsPost(method) ? HttpMethods.Post : "other";
}
