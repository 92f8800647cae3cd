using Microsoft.Extensions.Diagnostics.HealthChecks;
using OrchardCore.Data;
using OrchardCore.Environment.Shell;

namespace Klik.Host.Health;

/// <summary>Ready when the default tenant is set up and its database can be reached.</summary>
internal sealed class DefaultTenantCheck(IShellHost shells) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!shells.TryGetSettings(ShellSettings.DefaultShellName, out var settings) || !settings.IsRunning())
        {
            return HealthCheckResult.Unhealthy("The default tenant is not set up.");
        }

        var scope = await shells.GetScopeAsync(settings);
        await scope.UsingServiceScopeAsync(inner => AskAsync(inner.ServiceProvider, cancellationToken));
        return HealthCheckResult.Healthy();
    }

    // What it throws makes the check fail. A connection from the pool may be one that has gone: it is asked something.
    private static async Task AskAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1";
        await command.ExecuteScalarAsync(cancellationToken);
    }
}
