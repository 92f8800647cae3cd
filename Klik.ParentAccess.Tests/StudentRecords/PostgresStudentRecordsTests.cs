using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Tests.StudentRecords;

[Collection<PostgresStores>]
public sealed class PostgresStudentRecordsTests(PostgresStoreHost host) : StudentRecordsConformance(host);
