using Microsoft.Extensions.Diagnostics.HealthChecks;
using OrchardCore.Environment.Shell;

namespace Klik.Host.Health;

/// <summary>Ready when the default tenant is set up.</summary>
internal sealed class DefaultTenantCheck(IShellHost shells) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(shells.TryGetSettings(ShellSettings.DefaultShellName, out var settings) && settings.IsRunning()
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The default tenant is not set up."));
}
