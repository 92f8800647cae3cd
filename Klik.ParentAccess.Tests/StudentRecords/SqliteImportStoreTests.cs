using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Tests.StudentRecords;

[Collection<SqliteStores>]
public sealed class SqliteImportStoreTests(SqliteStoreHost host) : ImportStoreConformance(host);
