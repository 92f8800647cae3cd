namespace Klik.ParentAccess.Tests.Storage;

[CollectionDefinition]
public sealed class PostgresStores : ICollectionFixture<PostgresStoreHost>;
