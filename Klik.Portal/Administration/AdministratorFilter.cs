using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.Portal.Sessions;
using Klik.Portal.Settings;
using Microsoft.Extensions.Options;

namespace Klik.Portal.Administration;

/// <summary>
/// Lets administrators through who are listed in the settings at this moment and have not signed out; the session of one who no longer
/// is ends here.
/// It comes before the body of a request is read, so that nobody else can make the portal take in an upload.
/// </summary>
internal sealed class AdministratorFilter(
    PortalPeople people, CheckPresentSession check, ICurrentSchool school, IOptionsMonitor<PortalOptions> options, IPages pages, ITexts texts) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (people.Administrator(http) is not { } administrator)
        {
            return people.IsSignedIn(http) ? Answers.NotForYou(pages, texts) : Answers.SignInFirst(http);
        }

        if (!await check.ExecuteAsync(http.RequestAborted) || !options.CurrentValue.IsAdministrator(school.School.Id.Value, administrator))
        {
            await people.SignOutAsync(http);
            return Answers.SessionEnded(http);
        }

        return await next(context);
    }
}
