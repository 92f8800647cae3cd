using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Modules;

namespace Klik.ParentAccess.Queries;

/// <summary>Keeps SQL queries of administrators away from what they are not to see (rule I9).</summary>
[RequireFeatures("OrchardCore.Queries.Sql")]
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, ClosedSqlConsole>();
        services.AddTransient<DbConnectionAccessor>();
        services.AddTransient<IDbConnectionAccessor, GuardedConnections>();
    }
}
