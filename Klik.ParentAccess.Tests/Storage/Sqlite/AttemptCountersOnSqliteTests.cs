using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Tests.Storage.Sqlite;

[Collection<SqliteStores>]
public sealed class AttemptCountersOnSqliteTests(SqliteStoreHost host) : StoredAttemptCountersConformance(host);
