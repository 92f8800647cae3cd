using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Tests.Storage.Sqlite;

[Collection<SqliteStores>]
public sealed class LetterSeatsOnSqliteTests(SqliteStoreHost host) : LetterSeatConformance(host);
