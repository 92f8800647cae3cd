using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Core.StudentRecords.Jobs;

/// <summary>The present school's latest uploaded import, in the database. One implementation a host.</summary>
public interface IImportJobStore
{
    /// <summary>The latest import, without its progress.</summary>
    /// <returns>Null when there was none.</returns>
    Task<ImportJob?> FindAsync(CancellationToken cancellationToken);

    /// <summary>Takes the school's only place; the database lets no second one in.</summary>
    /// <returns>False when an import runs.</returns>
    Task<bool> TryBeginAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Says how an import ended. One that is no longer the latest is passed over.</summary>
    Task EndAsync(Guid id, ImportJobState state, ImportResult? result, CancellationToken cancellationToken);

    /// <summary>Marks an import that an earlier process of this machine left behind, or that has run for longer than any can.</summary>
    Task MarkInterruptedAsync(CancellationToken cancellationToken);
}
