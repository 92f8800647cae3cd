namespace Klik.Portal.Administration.Import;

/// <summary>
/// Refuses an upload that is too large by the length that its header announces. The body is read to its end and kept nowhere:
/// a browser shows no answer before it has sent everything.
/// </summary>
internal sealed class UploadSizeFilter(ImportPages pages) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        switch (http.Request.ContentLength)
        {
            case null:
                return Results.StatusCode(StatusCodes.Status411LengthRequired);
            case > ImportUpload.MaxRequestBytes:
                await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
                return await pages.RefuseAsync(http, ImportUploadProblem.TooLarge);
            default:
                return await next(context);
        }
    }
}
