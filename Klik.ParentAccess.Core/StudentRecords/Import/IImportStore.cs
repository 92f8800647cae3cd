namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>The present school's built-in student records, as the import fills them. One implementation a host.</summary>
public interface IImportStore
{
    /// <summary>Begins an import. A second one of the same school waits or fails until the first has ended.</summary>
    /// <param name="now">The moment that new and changed entries get.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<IImportTransaction> BeginAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
