using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Tests.Storage.Sqlite;

[Collection<SqliteStores>]
public sealed class RenewProtectionOnSqliteTests(SqliteStoreHost host) : RenewProtectionConformance(host);
