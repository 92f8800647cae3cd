using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Tests.Storage.Postgres;

[Collection<PostgresStores>]
public sealed class LetterListsOnPostgresTests(PostgresStoreHost host) : LetterListConformance(host);
