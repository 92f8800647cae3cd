using Klik.ParentAccess.Tests.StudentRecords;

namespace Klik.ParentAccess.Module.Tests.Storage.Sqlite;

[Collection<SqliteSites>]
public sealed class StudentsOnSqliteTests(SqliteSiteHost host) : StudentsConformance(host);
