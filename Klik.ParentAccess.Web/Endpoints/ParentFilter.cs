using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>
/// Lets parents through. Others are shown where to sign in, or that the page is not theirs. Whether the parent still has access
/// is asked of the links by the use case behind each endpoint, and the store asks along whether the session has ended; whether the
/// session of an own account still holds is asked here.
/// </summary>
internal sealed class ParentFilter(IPeople people, PresentSession session, IPages pages, ITexts texts) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (people.Parent(http) is null)
        {
            return people.IsSignedIn(http) ? Answers.NotForYou(pages, texts) : Answers.SignInFirst(http);
        }

        if (people.OwnAccount(http) is { } own
            && !await http.RequestServices.GetRequiredService<CheckOwnAccountSession>().ExecuteAsync(own, http.RequestAborted))
        {
            await people.SignOutAsync(http);
            return Answers.SessionEnded(http);
        }

        session.AskWithLinks();
        return await next(context);
    }
}
