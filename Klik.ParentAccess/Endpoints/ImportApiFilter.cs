using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Endpoints;

/// <summary>Lets through whose token has the permission to import; nothing of the answer is kept in a cache.</summary>
internal sealed class ImportApiFilter(IAuthorizationService authorization) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        return await authorization.AuthorizeAsync(http.User, ImportPermissions.ImportStudentRecords)
            ? await next(context)
            : Results.Forbid(authenticationSchemes: [ImportApi.Scheme]);
    }
}
