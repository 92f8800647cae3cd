using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Turns away whoever sets out for a provider from a network that does so too often (<see cref="SignInRate"/>).</summary>
internal sealed class SignInRateFilter(SignInRate rate, IPages pages, ITexts texts) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (rate.Admits(http.Connection.RemoteIpAddress))
        {
            return await next(context);
        }

        http.Response.Headers.RetryAfter = SignInRate.Wait;
        return pages.Show(PageView.Of<BusyNetworkPage>(texts["Too many people sign in at once"]) with { StatusCode = StatusCodes.Status429TooManyRequests });
    }
}
