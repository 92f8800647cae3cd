using Klik.Portal.Schools;

namespace Klik.Portal.Hosting;

/// <summary>
/// Where people reach the portal over https, nothing is shown over http: its cookies would not be kept, and its forms not be
/// accepted. Nothing is shown under another host's name either, whoever points one here. Health is asked from within and may be.
/// </summary>
internal static partial class PublicAddressOnly
{
    public static IApplicationBuilder UsePublicAddress(this IApplicationBuilder app)
    {
        var address = app.ApplicationServices.GetRequiredService<PublicAddress>();
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PublicAddressOnly).FullName!);
        var (isToldOfHttp, isToldOfHost) = (0, 0);
        return app.Use((context, next) =>
        {
            var request = context.Request;
            if (address.Configured is not { } configured || configured.Scheme != Uri.UriSchemeHttps || request.Path.Value is HealthPaths.Alive or HealthPaths.Ready)
            {
                return next(context);
            }

            if (request.IsHttps)
            {
                if (IsKnown(request.Host.Host, configured))
                {
                    return next(context);
                }

                if (Interlocked.Exchange(ref isToldOfHost, 1) == 0)
                {
                    LogHost(logger);
                }

                return RefuseAsync(context, configured);
            }

            // A proxy that is believed says http: somebody typed the address without https.
            if (request.Headers.ContainsKey("X-Original-Proto") && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
            {
                context.Response.Redirect(new Uri(configured, request.Path.ToUriComponent() + request.QueryString.ToUriComponent()).AbsoluteUri, permanent: false, preserveMethod: true);
                return Task.CompletedTask;
            }

            if (Interlocked.Exchange(ref isToldOfHttp, 1) == 0)
            {
                LogHttp(logger);
            }

            return RefuseAsync(context, configured);
        });
    }

    // This machine by its own name: for whoever looks here behind the proxy.
    private static bool IsKnown(string host, Uri configured) =>
        host.Equals(configured.IdnHost, StringComparison.OrdinalIgnoreCase) || host is "localhost" or "127.0.0.1" or "[::1]";

    private static Task RefuseAsync(HttpContext context, Uri configured)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync($"Please go to {configured}\n", context.RequestAborted);
    }

    [LoggerMessage(3002, LogLevel.Warning, "A request came over http, while ParentAccess:PublicUrl is https. A proxy must say X-Forwarded-Proto: https, and one on another machine must be believed (ASPNETCORE_FORWARDEDHEADERS_ENABLED). Told once.")]
    private static partial void LogHttp(ILogger logger);

    [LoggerMessage(3004, LogLevel.Warning, "A request came for another host than that of ParentAccess:PublicUrl. A proxy must pass the Host on as people type it. Told once.")]
    private static partial void LogHost(ILogger logger);
}
