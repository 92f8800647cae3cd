using System.Data.Common;
using Npgsql;

namespace Klik.Portal.Storage.Connections;

/// <summary>Gives connections to the database that the settings name.</summary>
internal sealed class ConnectionSource(IServiceProvider services, DatabaseSettings settings)
{
    private readonly SqliteConnectionPool? _sqlite = settings.Provider == DatabaseProvider.Sqlite ? services.GetRequiredService<SqliteConnectionPool>() : null;
    private readonly NpgsqlDataSource? _postgres = settings.Provider == DatabaseProvider.PostgreSql ? services.GetRequiredService<NpgsqlDataSource>() : null;

    /// <summary>Whether they are to PostgreSQL.</summary>
    public bool IsPostgres => _postgres is not null;

    /// <summary>Gives a connection that is not open yet; whoever asks disposes it.</summary>
    public DbConnection Create() => _postgres is not null ? _postgres.CreateConnection() : new PooledSqliteConnection(_sqlite!);

    /// <summary>Gives an open connection; whoever asks disposes it.</summary>
    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = Create();
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
