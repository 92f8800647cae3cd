using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Klik.Portal.Observability;

/// <summary>Makes the providers at start; the container disposes them, which sends what is left.</summary>
internal sealed class TelemetryStarter(TracerProvider traces, MeterProvider metrics) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Having them made is all there is to do.
        _ = (traces, metrics);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
