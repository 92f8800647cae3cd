namespace Klik.ParentAccess.Benchmarks.Seeding;

/// <summary>Children at the school and their parents, by number; each parent sees each child.</summary>
/// <param name="Children">1 to 5 students.</param>
/// <param name="FirstParent">The first parent's number; the others follow it.</param>
/// <param name="Parents">How many parents, 1 to 4.</param>
internal sealed record Family(int[] Children, int FirstParent, int Parents);
