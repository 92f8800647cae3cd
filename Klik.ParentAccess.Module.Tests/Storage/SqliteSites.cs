namespace Klik.ParentAccess.Module.Tests.Storage;

[CollectionDefinition]
public sealed class SqliteSites : ICollectionFixture<SqliteSiteHost>;
