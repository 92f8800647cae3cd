namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Tests of the one host on PostgreSQL.</summary>
[CollectionDefinition]
public sealed class PostgresSchools : ICollectionFixture<PostgresHost>;
