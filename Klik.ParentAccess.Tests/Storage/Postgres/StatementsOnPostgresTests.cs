namespace Klik.ParentAccess.Tests.Storage.Postgres;

[Collection<PostgresStores>]
public sealed class StatementsOnPostgresTests(PostgresStoreHost host) : StatementRules(host);
