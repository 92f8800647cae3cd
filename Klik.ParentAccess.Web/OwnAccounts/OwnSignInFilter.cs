using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Parents;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>Lets parents through who still have access (rules I4, I7) and signed in with an own account.</summary>
internal sealed class OwnSignInFilter(SettingsOfParent settings, IPeople people, IPages pages, ITexts texts) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await settings.ExecuteAsync(people.Parent(http)!, http.RequestAborted) is null)
        {
            return await ParentEndpoints.EndSessionAsync(http, people);
        }

        return people.OwnAccount(http) is null ? Answers.NotFound(pages, texts) : await next(context);
    }
}
