using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Web.Hardening;

/// <summary>What the server takes from anybody before a page is asked; for a host to add.</summary>
public static class ServerLimits
{
    /// <summary>A request's headers must be there within this time: who sends them drop by drop holds a connection no longer.</summary>
    public static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Sets the limits, and tells nobody what the server is.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="longestBody">The longest body of a request, in bytes, where an endpoint does not say otherwise; null leaves it as it is.</param>
    public static IServiceCollection AddServerLimits(this IServiceCollection services, long? longestBody = null) =>
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.RequestHeadersTimeout = HeadersTimeout;
            options.Limits.MaxRequestBodySize = longestBody ?? options.Limits.MaxRequestBodySize;
        });
}
