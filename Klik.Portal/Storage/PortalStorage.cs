using Klik.ParentAccess.Core.Schools;
using Klik.Portal.Schools;
using Klik.Portal.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Klik.Portal.Storage;

/// <summary>The portal's store and what it needs.</summary>
internal static class PortalStorage
{
    /// <summary>Adds the store, on the database that the settings name.</summary>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddPortalStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(DatabaseSettings.Read(configuration));
        services.AddSingleton<WriteGate>();
        services.AddSingleton<SqlitePragmas>();
        services.AddDbContext<ParentAccessDbContext>(Configure);
        services.AddScoped<StoreTransactions>();
        services.AddScoped<DatabaseMigrator>();

        services.AddScoped<CurrentSchool>();
        services.AddScoped<ICurrentSchool>(provider => provider.GetRequiredService<CurrentSchool>());
        return services;
    }

    /// <summary>Brings the database up to date; to be called at start, before anything else uses the store.</summary>
    public static async Task PreparePortalStorageAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
    }

    private static void Configure(IServiceProvider services, DbContextOptionsBuilder options)
    {
        var settings = services.GetRequiredService<DatabaseSettings>();
        var connectionString = settings.ConnectionStringUnder(services.GetRequiredService<IHostEnvironment>().ContentRootPath);
        options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

        // Migrations are written by hand for both databases and there is no model snapshot to compare with; a test compares the
        // migrated database with the model instead.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            options.UseSqlite(connectionString).AddInterceptors(services.GetRequiredService<SqlitePragmas>());
        }
        else
        {
            options.UseNpgsql(connectionString);
        }
    }
}
