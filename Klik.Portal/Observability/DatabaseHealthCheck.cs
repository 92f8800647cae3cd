using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Klik.Portal.Observability;

/// <summary>Ready means that the database answers, and that its file, where it is one, has room to grow.</summary>
internal sealed class DatabaseHealthCheck(ParentAccessDbContext database) : IHealthCheck
{
    /// <summary>With less, in bytes, the next page may be one too many.</summary>
    private const long TooLittle = 1L << 20;

    /// <summary>With less, in bytes, somebody should look.</summary>
    private const long Little = 256L << 20;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        !await database.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Unhealthy("The database does not answer.")
        : Room() switch
        {
            < TooLittle => HealthCheckResult.Unhealthy("The disk of the database is full."),
            < Little => HealthCheckResult.Degraded("The disk of the database is nearly full."),
            _ => HealthCheckResult.Healthy(),
        };

    private long Room()
    {
        if (!database.Database.IsSqlite())
        {
            return long.MaxValue;
        }

        try
        {
            return new DriveInfo(Path.GetDirectoryName(database.Database.GetDbConnection().DataSource)!).AvailableFreeSpace;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Not every file system tells.
            return long.MaxValue;
        }
    }
}
