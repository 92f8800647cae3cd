namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>What storing a batch did.</summary>
/// <param name="Added">Entries that were not there.</param>
/// <param name="Changed">Entries that were different.</param>
/// <param name="Unchanged">Entries that were there and the same.</param>
/// <param name="Removed">Entries that are gone.</param>
public readonly record struct ImportCounts(long Added, long Changed, long Unchanged, long Removed)
{
    /// <summary>Both together.</summary>
    public static ImportCounts operator +(ImportCounts left, ImportCounts right) => Add(left, right);

    /// <summary>Both together.</summary>
    public static ImportCounts Add(ImportCounts left, ImportCounts right) =>
        new(left.Added + right.Added, left.Changed + right.Changed, left.Unchanged + right.Unchanged, left.Removed + right.Removed);
}
