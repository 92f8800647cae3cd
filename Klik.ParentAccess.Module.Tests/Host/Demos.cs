namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Tests of the demo as it starts on a developer's machine.</summary>
[CollectionDefinition]
public sealed class Demos : ICollectionFixture<DemoHost>;
