using Klik.ParentAccess.Web.Health;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OrchardCore.Environment.Shell;
using YesSql;

namespace Klik.Host.Health;

/// <summary>Ready when the default tenant is set up, its database can be read, and the file of it, where it is one, has room to grow.</summary>
internal sealed class DefaultTenantCheck(IShellHost shells) : IHealthCheck
{
    // Whoever asks does not wait long.
    private const int SecondsToWait = 5;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!shells.TryGetSettings(ShellSettings.DefaultShellName, out var settings) || !settings.IsRunning())
        {
            return HealthCheckResult.Unhealthy("The default tenant is not set up.");
        }

        var result = HealthCheckResult.Healthy();
        var scope = await shells.GetScopeAsync(settings);
        await scope.UsingServiceScopeAsync(async inner => result = await AskAsync(inner.ServiceProvider, cancellationToken));
        return result;
    }

    // What it throws makes the check fail. A connection from the pool may be one that has gone: it is asked something, and a file is read.
    private static async Task<HealthCheckResult> AskAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var connection = services.GetRequiredService<IStore>().Configuration.ConnectionFactory.CreateConnection();
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = connection is SqliteConnection ? "PRAGMA schema_version" : "SELECT 1";
        command.CommandTimeout = SecondsToWait;
        await command.ExecuteScalarAsync(cancellationToken);
        return connection is SqliteConnection file ? SqliteFileHealth.Of(file.DataSource) : HealthCheckResult.Healthy();
    }
}
