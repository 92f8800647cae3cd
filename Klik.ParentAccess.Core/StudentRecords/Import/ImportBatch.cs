namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>The entries of one type that an import brings.</summary>
/// <param name="changes">The entries, to be read once, in order; they are made while they are read.</param>
/// <param name="removesMissing">Whether entries that are not named go; known when <paramref name="changes"/> has been read to its end.</param>
/// <typeparam name="TRow">What the entries are.</typeparam>
public sealed class ImportBatch<TRow>(IEnumerable<ImportChange<TRow>> changes, Func<bool> removesMissing)
    where TRow : class, IImportRow
{
    /// <summary>The entries, to be read once.</summary>
    public IEnumerable<ImportChange<TRow>> Changes => changes;

    /// <summary>
    /// Whether entries that <see cref="Changes"/> does not name are removed; to be asked after it was read. Of entries that
    /// belong to students, those of students who are no longer active in the school's system stay: their parents still see the
    /// results (rule I7), and the school's system no longer sends them.
    /// </summary>
    public bool RemovesMissing => removesMissing();
}
