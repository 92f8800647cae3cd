namespace Klik.ParentAccess.Module.Tests.Storage;

[CollectionDefinition]
public sealed class PostgresSites : ICollectionFixture<PostgresSiteHost>;
