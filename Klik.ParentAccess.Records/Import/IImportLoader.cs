using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Records.Import;

/// <summary>Fills the import's own table as fast as the database allows. One implementation a database.</summary>
internal interface IImportLoader
{
    /// <summary>Lets no other import of the school in before the transaction ends.</summary>
    Task LockAsync(string schoolId, CancellationToken cancellationToken);

    /// <summary>Makes the import's own table and fills it.</summary>
    /// <returns>How many entries ask for what.</returns>
    Task<ImportLoad> LoadAsync<TRow>(ImportTable<TRow> table, ImportMerge<TRow> merge, IEnumerable<ImportChange<TRow>> changes, CancellationToken cancellationToken)
        where TRow : class, IImportRow;

    /// <summary>Tells the database anew what is in tables that have just been filled, so that it does not read them as if they
    /// were empty.</summary>
    Task AnalyzeAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken);
}
