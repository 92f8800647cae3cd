using Klik.Portal.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Klik.Portal.Observability;

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseHealthCheck(ParentAccessDbContext database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await database.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
