namespace Klik.ParentAccess.Benchmarks.Seeding;

/// <summary>A column that is filled.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is given: never nullable.</param>
internal sealed record BulkColumn(string Name, Type Type);
