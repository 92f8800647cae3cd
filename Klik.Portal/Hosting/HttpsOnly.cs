using Klik.Portal.Schools;

namespace Klik.Portal.Hosting;

/// <summary>
/// Where people reach the portal over https, nothing is shown over http: its cookies would not be kept, and its forms not be
/// accepted. Health is asked from within and may be.
/// </summary>
internal static partial class HttpsOnly
{
    public static IApplicationBuilder UseHttpsOnly(this IApplicationBuilder app)
    {
        var address = app.ApplicationServices.GetRequiredService<PublicAddress>();
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(HttpsOnly).FullName!);
        var isToldOf = 0;
        return app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.IsHttps || address.Configured is not { } configured || configured.Scheme != Uri.UriSchemeHttps || request.Path.Value is HealthPaths.Alive or HealthPaths.Ready)
            {
                return next(context);
            }

            // A proxy that is believed says http: somebody typed the address without https.
            if (request.Headers.ContainsKey("X-Original-Proto") && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
            {
                context.Response.Redirect(new Uri(configured, request.Path.ToUriComponent() + request.QueryString.ToUriComponent()).AbsoluteUri, permanent: false, preserveMethod: true);
                return Task.CompletedTask;
            }

            if (Interlocked.Exchange(ref isToldOf, 1) == 0)
            {
                LogHttp(logger);
            }

            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return context.Response.WriteAsync($"Please go to {configured}\n", context.RequestAborted);
        });
    }

    [LoggerMessage(3002, LogLevel.Warning, "A request came over http, while ParentAccess:PublicUrl is https. A proxy must say X-Forwarded-Proto: https, and one on another machine must be believed (ASPNETCORE_FORWARDEDHEADERS_ENABLED). Told once.")]
    private static partial void LogHttp(ILogger logger);
}
