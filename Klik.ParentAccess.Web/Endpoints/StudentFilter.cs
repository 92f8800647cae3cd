using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>Lets active students through who have not signed out; the session of one made inactive ends here (rule I7).</summary>
internal sealed class StudentFilter(IPeople people, IStudents students, CheckPresentSession check, IPages pages, ITexts texts) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (people.Student(http) is not { } id)
        {
            return people.IsSignedIn(http) ? Answers.NotForYou(pages, texts) : Answers.SignInFirst(http);
        }

        if (!await check.ExecuteAsync(http.RequestAborted))
        {
            await people.SignOutAsync(http);
            return Answers.SessionEnded(http);
        }

        if (await students.FindAsync(id, http.RequestAborted) is not { IsActive: true } student)
        {
            await people.SignOutAsync(http);
            return Answers.NoAccess(http);
        }

        http.Features.Set(new CurrentStudent(student));
        return await next(context);
    }
}
