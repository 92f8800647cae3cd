using Klik.ParentAccess.Module.Tests.StudentRecords;

namespace Klik.ParentAccess.Module.Tests.Storage.Sqlite;

[Collection<SqliteSites>]
public sealed class ImportedStudentsOnSqliteTests(SqliteSiteHost host) : ImportedStudentTests(host);
