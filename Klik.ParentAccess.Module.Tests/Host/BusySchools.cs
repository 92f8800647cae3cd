namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Tests of one host that change its settings come one after the other.</summary>
[CollectionDefinition]
public sealed class BusySchools : ICollectionFixture<BusyHost>;
