using Klik.ParentAccess.Web.Health;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Klik.Portal.Observability;

/// <summary>Ready means that the database answers, and that its file, where it is one, has room to grow.</summary>
internal sealed class DatabaseHealthCheck(ParentAccessDbContext database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        !await database.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Unhealthy("The database does not answer.")
        : database.Database.IsSqlite() ? SqliteFileHealth.Of(database.Database.GetDbConnection().DataSource)
        : HealthCheckResult.Healthy();
}
