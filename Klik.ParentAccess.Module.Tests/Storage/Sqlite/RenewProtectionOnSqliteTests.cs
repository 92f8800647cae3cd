using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Module.Tests.Storage.Sqlite;

[Collection<SqliteSites>]
public sealed class RenewProtectionOnSqliteTests(SqliteSiteHost host) : RenewProtectionConformance(host);
