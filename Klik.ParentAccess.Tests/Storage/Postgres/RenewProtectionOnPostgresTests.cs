using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Tests.Storage.Postgres;

[Collection<PostgresStores>]
public sealed class RenewProtectionOnPostgresTests(PostgresStoreHost host) : RenewProtectionConformance(host);
