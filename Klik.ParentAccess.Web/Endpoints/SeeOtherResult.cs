using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>303: look at another page with GET.</summary>
internal sealed class SeeOtherResult(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
