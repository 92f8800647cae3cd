using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Tests.StudentRecords;

[Collection<PostgresStores>]
public sealed class PostgresImportStoreTests(PostgresStoreHost host) : ImportStoreConformance(host);
