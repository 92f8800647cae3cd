using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Tests.Storage.Sqlite;

[Collection<SqliteStores>]
public sealed class ParentAccessStoreOnSqliteTests(SqliteStoreHost host) : ParentAccessStoreConformance(host);
