namespace Klik.ParentAccess.Module.Tests.Failure;

public sealed class KilledSiteOnSqliteTests(KillableHost host) : KilledSiteTests(host), IClassFixture<KillableHost>;
