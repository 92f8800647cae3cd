using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Tests.StudentRecords;

[Collection<SqliteStores>]
public sealed class SqliteStudentsTests(SqliteStoreHost host) : StudentsConformance(host);
