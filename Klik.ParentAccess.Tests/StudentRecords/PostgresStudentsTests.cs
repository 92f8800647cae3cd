using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Tests.StudentRecords;

[Collection<PostgresStores>]
public sealed class PostgresStudentsTests(PostgresStoreHost host) : StudentsConformance(host);
