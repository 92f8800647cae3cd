using Klik.ParentAccess.Core.Observability;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Klik.Portal.Observability;

/// <summary>Traces and counters over OpenTelemetry, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector.</summary>
// The exporter reads OTEL_… itself, from the portal's configuration, so that appsettings work as well as variables.
internal static class TelemetryServices
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddPortalTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (!string.IsNullOrEmpty(configuration[EndpointVariable]))
        {
            services.AddSingleton(_ => BuildTracing(configuration));
            services.AddSingleton(_ => BuildMetrics(configuration));
            services.AddHostedService<TelemetryStarter>();
        }

        return services;
    }

    private static ResourceBuilder Resource() => ResourceBuilder.CreateDefault().AddService("klik-portal");

    // The framework's own activities of a request carry its path; paths hold opaque ids and no secret (rule P2).
    private static TracerProvider BuildTracing(IConfiguration configuration) => Sdk.CreateTracerProviderBuilder()
        .ConfigureServices(services => services.AddSingleton(configuration))
        .SetResourceBuilder(Resource())
        .AddSource(ParentAccessMetrics.Name)
        .AddSource("Microsoft.AspNetCore")
        .AddOtlpExporter()
        .Build();

    private static MeterProvider BuildMetrics(IConfiguration configuration) => Sdk.CreateMeterProviderBuilder()
        .ConfigureServices(services => services.AddSingleton(configuration))
        .SetResourceBuilder(Resource())
        .AddMeter(ParentAccessMetrics.Name)
        .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
        .AddOtlpExporter()
        .Build();
}
