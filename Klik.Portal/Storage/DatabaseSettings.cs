using System.Data.Common;
using Klik.Portal.Settings;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Klik.Portal.Storage;

/// <summary>Which database, and how to reach it.</summary>
internal sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>The setting that names the provider.</summary>
    public const string ProviderSetting = "Database:Provider";

    /// <summary>The setting that says how to reach the database.</summary>
    public const string ConnectionStringSetting = "ConnectionStrings:ParentAccess";

    private const string AutoPrepare = "Max Auto Prepare";
    private const int PreparedStatements = 100;

    /// <summary>Where the data is when nothing is set, relative to the content root.</summary>
    private const string DefaultSqliteFile = "App_Data/parent-access.db";

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="SettingException">One of them is missing or wrong.</exception>
    public static DatabaseSettings Read(IConfiguration configuration)
    {
        var provider = configuration[ProviderSetting]?.ToUpperInvariant() switch
        {
            null or "" or "SQLITE" => DatabaseProvider.Sqlite,
            "POSTGRESQL" => DatabaseProvider.PostgreSql,
            _ => throw new SettingException(ProviderSetting, "must be Sqlite or PostgreSql"),
        };
        var connectionString = configuration[ConnectionStringSetting];
        return provider == DatabaseProvider.Sqlite
            ? new DatabaseSettings(provider, Sqlite(connectionString))
            : new DatabaseSettings(provider, PostgreSql(connectionString));
    }

    /// <summary>The connection string with a relative SQLite file name made absolute.</summary>
    public string ConnectionStringUnder(string contentRoot)
    {
        if (Provider != DatabaseProvider.Sqlite)
        {
            return ConnectionString;
        }

        var builder = new SqliteConnectionStringBuilder(ConnectionString);
        builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        return builder.ConnectionString;
    }

    private static string Sqlite(string? connectionString)
    {
        var builder = Parse(() => new SqliteConnectionStringBuilder(connectionString), "is not a connection string for SQLite");
        if (builder.Mode == SqliteOpenMode.Memory || builder.DataSource == ":memory:")
        {
            throw new SettingException(ConnectionStringSetting, "must name a file: a database in memory forgets everything");
        }

        if (builder.Password.Length > 0)
        {
            throw new SettingException(ConnectionStringSetting, "has a password, which a SQLite file cannot have here; encrypt the disk instead");
        }

        if (builder.DataSource.Length == 0)
        {
            builder.DataSource = DefaultSqliteFile;
        }

        builder.ForeignKeys = true;
        return builder.ConnectionString;
    }

    private static string PostgreSql(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new SettingException(ConnectionStringSetting, "is missing; PostgreSql needs it");
        }

        var builder = Parse(() => new NpgsqlConnectionStringBuilder(connectionString), "is not a connection string for PostgreSQL");
        if (string.IsNullOrWhiteSpace(builder.Host))
        {
            throw new SettingException(ConnectionStringSetting, "names no Host");
        }

        // The few statements of the hot path are planned once a connection; planning takes longer than they do. Behind a pooler
        // that shares connections between transactions the setting itself says Max Auto Prepare=0.
        if (!connectionString.Contains(AutoPrepare, StringComparison.OrdinalIgnoreCase))
        {
            builder.MaxAutoPrepare = PreparedStatements;
            builder.AutoPrepareMinUsages = 2;
        }

        // Nothing here leaves anything in a session: temporary tables go with their transaction, and the one lock of a session is given back.
        // Seven statements that make sure of it would come before the first one of every request.
        builder.NoResetOnClose = true;
        return builder.ConnectionString;
    }

    private static TBuilder Parse<TBuilder>(Func<TBuilder> parse, string problem)
        where TBuilder : DbConnectionStringBuilder
    {
        try
        {
            return parse();
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or NotSupportedException)
        {
            // The parser's own message may repeat a value, such as a password; it is not passed on.
            throw new SettingException(ConnectionStringSetting, problem);
        }
    }
}
