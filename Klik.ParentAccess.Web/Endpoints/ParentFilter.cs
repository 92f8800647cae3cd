using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>
/// Lets parents through. Others are shown where to sign in, or that the page is not theirs. Whether the parent still has access
/// is asked of the links by the use case behind each endpoint.
/// </summary>
internal sealed class ParentFilter(IPeople people, IPages pages, ITexts texts) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (people.Parent(http) is not null)
        {
            return next(context);
        }

        return ValueTask.FromResult<object?>(people.IsSignedIn(http)
            ? Answers.NotForYou(pages, texts)
            : Answers.SignInFirst(http));
    }
}
