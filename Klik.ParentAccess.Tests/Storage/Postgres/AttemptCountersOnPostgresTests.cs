using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Tests.Storage.Postgres;

[Collection<PostgresStores>]
public sealed class AttemptCountersOnPostgresTests(PostgresStoreHost host) : StoredAttemptCountersConformance(host);
