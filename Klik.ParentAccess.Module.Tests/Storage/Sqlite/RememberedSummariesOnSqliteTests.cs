using Klik.ParentAccess.Module.Tests.StudentRecords;

namespace Klik.ParentAccess.Module.Tests.Storage.Sqlite;

[Collection<SqliteSites>]
public sealed class RememberedSummariesOnSqliteTests(SqliteSiteHost host) : RememberedSummaryTests(host);
