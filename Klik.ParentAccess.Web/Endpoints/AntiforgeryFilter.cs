using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>
/// Refuses a POST without a valid antiforgery token. It asks by itself, because a host may have told minimal endpoints not to
/// (Orchard does).
/// </summary>
internal sealed class AntiforgeryFilter(IAntiforgery antiforgery, IPages pages, ITexts texts) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method)
            && !await antiforgery.IsRequestValidAsync(context.HttpContext))
        {
            var answer = pages.Show(PageView.Of<FormExpiredPage>(texts["This form no longer works"]) with { StatusCode = StatusCodes.Status400BadRequest });
            return new RefusedResult(answer, Refusal.FormToken);
        }

        return await next(context);
    }
}
