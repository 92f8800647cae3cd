namespace Klik.ParentAccess.Tests.Browser;

/// <summary>Tests in a browser share one, and come one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserGroup : ICollectionFixture<BrowserWorld>
{
    public const string Name = "Browser";
}
