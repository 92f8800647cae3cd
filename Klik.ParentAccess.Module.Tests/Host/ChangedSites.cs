namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Tests that change the settings of the same schools, one after the other.</summary>
[CollectionDefinition]
public sealed class ChangedSites;
