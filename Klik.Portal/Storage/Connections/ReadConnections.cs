using System.Data.Common;
using Npgsql;

namespace Klik.Portal.Storage.Connections;

/// <summary>Connections for looking something up without Entity Framework: for what every page that a parent opens asks.</summary>
internal sealed class ReadConnections(IServiceProvider services, DatabaseSettings settings)
{
    private readonly SqliteConnectionPool? _sqlite = settings.Provider == DatabaseProvider.Sqlite ? services.GetRequiredService<SqliteConnectionPool>() : null;
    private readonly NpgsqlDataSource? _postgres = settings.Provider == DatabaseProvider.PostgreSql ? services.GetRequiredService<NpgsqlDataSource>() : null;

    /// <summary>Gives an open connection; whoever asks disposes it.</summary>
    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_postgres is not null)
        {
            return await _postgres.OpenConnectionAsync(cancellationToken);
        }

        var connection = new PooledSqliteConnection(_sqlite!);
        connection.Open();
        return connection;
    }
}
