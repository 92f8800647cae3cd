using System.Data.Common;
using OrchardCore.Data;

namespace Klik.ParentAccess.Queries;

/// <summary>The connections that saved SQL queries run on; none of them reads our tables. Our own go through the session.</summary>
internal sealed class GuardedConnections(DbConnectionAccessor connections) : IDbConnectionAccessor
{
    public DbConnection CreateConnection() => new GuardedConnection(connections.CreateConnection());
}
