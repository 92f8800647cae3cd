namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>One import, all of it or nothing: without <see cref="CommitAsync"/> disposing takes everything back.</summary>
public interface IImportTransaction : IAsyncDisposable
{
    /// <summary>All students that are stored.</summary>
    Task<IReadOnlyList<StudentRow>> StudentsAsync(CancellationToken cancellationToken);

    /// <summary>All stored titles of classes and the like.</summary>
    Task<IReadOnlyList<CatalogueRow>> CatalogueAsync(CancellationToken cancellationToken);

    /// <summary>All stored line items.</summary>
    Task<IReadOnlyList<LineItemRow>> LineItemsAsync(CancellationToken cancellationToken);

    /// <summary>What all stored entries of a type are known by.</summary>
    Task<IReadOnlyList<ImportKey>> KeysAsync<TRow>(CancellationToken cancellationToken)
        where TRow : class, IImportRow;

    /// <summary>
    /// Stores the entries of one type. An entry is known by its identifier, one of a student by student and identifier; where an
    /// entry of a student comes with another student than before, the old one goes. The moment of change is set where an entry is
    /// new or different, and nowhere else. Removing an entry removes what cannot be without it: a goal's steps, an activity's
    /// progress, a line item's results. Line items that are merely missing stay while a result refers to them.
    /// </summary>
    Task<ImportCounts> StoreAsync<TRow>(ImportBatch<TRow> batch, CancellationToken cancellationToken)
        where TRow : class, IImportRow;

    /// <summary>Makes the whole import visible.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
