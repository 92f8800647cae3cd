using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Tests.Storage.Postgres;

[Collection<PostgresStores>]
public sealed class SessionStoreOnPostgresTests(PostgresStoreHost host) : SessionStoreConformance(host);
