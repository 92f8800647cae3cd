namespace Klik.ParentAccess.Tests.Storage.Sqlite;

[Collection<SqliteStores>]
public sealed class StatementsOnSqliteTests(SqliteStoreHost host) : StatementRules(host);
