using System.Data.Common;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Keys;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Throttling;
using Klik.ParentAccess.Core.Views;
using Klik.ParentAccess.Records;
using Klik.Portal.Accounts;
using Klik.Portal.Keys;
using Klik.Portal.Schools;
using Klik.Portal.Settings;
using Klik.Portal.Storage.Connections;
using Klik.Portal.Storage.Invitations;
using Klik.Portal.Storage.Letters;
using Klik.Portal.Storage.Links;
using Klik.Portal.Storage.Outbox;
using Klik.Portal.Storage.OwnAccounts;
using Klik.Portal.Storage.Protection;
using Klik.Portal.Storage.Sessions;
using Klik.Portal.Storage.Throttling;
using Klik.Portal.Storage.Views;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Klik.Portal.Storage;

/// <summary>The portal's store and what it needs.</summary>
internal static class PortalStorage
{
    /// <summary>Adds the store, on the database that the settings name.</summary>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddPortalStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(DatabaseSettings.Read(configuration));
        services.AddSingleton<IStoreFaults>(new DatabaseFaults(problem => (problem as SqliteException)?.SqliteExtendedErrorCode));
        services.AddSingleton(provider => new SqliteConnectionPool(ConnectionString(provider)));
        services.AddSingleton(provider => NpgsqlDataSource.Create(ConnectionString(provider)));
        services.AddSingleton<SqliteWriter>();
        services.AddSingleton<ConnectionSource>();
        services.AddSingleton<RowInserts>();
        services.AddScoped<ScopeTransaction>();
        services.AddScoped(typeof(Lazy<>), typeof(ScopedLazy<>));
        services.AddDbContext<ParentAccessDbContext>(Configure);
        services.AddScoped<Statements>();
        services.AddScoped<StoreTransactions>();
        services.AddScoped<DatabaseMigrator>();
        services.AddScoped<RowLocks>();
        services.AddScoped<StudentsOfParentQuery>();
        services.AddScoped<UnitsOfWork>();
        services.AddScoped<IParentAccessStore, EfParentAccessStore>();
        services.AddScoped<IInvitationStore, EfInvitationStore>();
        services.AddScoped<ILinkStore, EfLinkStore>();
        services.AddScoped<IOutboxStore, EfOutboxStore>();
        services.AddScoped<IViewLog, EfViewLog>();
        services.AddScoped<ILetterStore, EfLetterStore>();
        services.AddScoped<ILetters, EfLetters>();
        services.AddScoped<ILetterTexts, EfLetterTexts>();
        services.AddScoped<IAttemptCounters, EfAttemptCounters>();
        services.AddScoped<IOwnAccountStore, EfOwnAccountStore>();
        services.TryAddScoped<PresentSession>();
        services.AddScoped<ISessionStore, EfSessionStore>();
        services.AddScoped<ISessions, EfSessions>();
        services.AddScoped<IProtectedRows, PortalProtectedRows>();

        services.AddPortalAccounts();
        services.AddPortalKeys(configuration);
        services.AddSingleton<EfSchools>();
        services.AddScoped<CurrentSchool>();
        services.AddScoped<ICurrentSchool>(provider => provider.GetRequiredService<CurrentSchool>());
        return services;
    }

    /// <summary>Reads the keys and brings the database up to date; to be called at start, before anything else uses the store.</summary>
    /// <exception cref="SettingException">The keys cannot be read, or the database cannot be used.</exception>
    /// <exception cref="DatabaseAwayException">The database server does not answer.</exception>
    public static async Task PreparePortalStorageAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            services.GetRequiredService<KeyRing>();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(PortalKeys.PathSetting, "names a folder that cannot be made or written");
        }

        try
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        }
        catch (Exception problem) when (DatabaseFault(problem) is { } fault)
        {
            // What the database or the system says of it: no value of the setting but host, port or file.
            var said = fault.ReplaceLineEndings(" ").TrimEnd('.');
            throw IsAway(problem)
                ? new DatabaseAwayException(said)
                : new SettingException(DatabaseSettings.ConnectionStringSetting, $"leads to a database that cannot be used ({said})");
        }
    }

    // A server that is starting, or has not been started yet. What it says of a user or a database is about the setting.
    private static bool IsAway(Exception problem) => problem switch
    {
        PostgresException { SqlState: ['5', '7', 'P', ..] or ['5', '3', ..] } => true,
        NpgsqlException and not PostgresException => true,
        _ => problem.InnerException is { } inner && IsAway(inner),
    };

    private static string? DatabaseFault(Exception problem) =>
        problem is DbException or IOException or UnauthorizedAccessException ? problem.Message
        : problem.InnerException is { } inner ? DatabaseFault(inner)
        : null;

    private static string ConnectionString(IServiceProvider services) =>
        services.GetRequiredService<DatabaseSettings>().ConnectionStringUnder(services.GetRequiredService<IHostEnvironment>().ContentRootPath);

    private static void Configure(IServiceProvider services, DbContextOptionsBuilder options)
    {
        var transaction = services.GetRequiredService<ScopeTransaction>();
        var connection = transaction.Connection;
        options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

        // Migrations are written by hand for both databases and there is no model snapshot to compare with; a test compares the
        // migrated database with the model instead.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (connection is PooledSqliteConnection)
        {
            // Functions that EF Core would add to a connection of its own; no query of ours uses one.
            options.ConfigureWarnings(warnings => warnings.Ignore(SqliteEventId.UnexpectedConnectionTypeWarning));
            options.UseSqlite(connection);
        }
        else
        {
            options.UseNpgsql(connection);
            options.AddInterceptors(new PutOffFirst(transaction));
        }
    }
}
