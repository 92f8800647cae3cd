namespace Klik.ParentAccess.Tests.Storage;

[CollectionDefinition]
public sealed class SqliteStores : ICollectionFixture<SqliteStoreHost>;
