using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Tests.Storage.Sqlite;

[Collection<SqliteStores>]
public sealed class SessionStoreOnSqliteTests(SqliteStoreHost host) : SessionStoreConformance(host);
