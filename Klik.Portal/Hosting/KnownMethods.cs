namespace Klik.Portal.Hosting;

/// <summary>Answers nothing but GET, HEAD and POST: no page of the portal knows another method.</summary>
internal static class KnownMethods
{
    public static IApplicationBuilder UseKnownMethods(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    });
}
