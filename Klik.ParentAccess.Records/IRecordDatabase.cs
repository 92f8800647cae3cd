using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Records;

/// <summary>The present school's part of the host's database, SQLite or PostgreSQL. One implementation a host, one instance a scope.</summary>
public interface IRecordDatabase
{
    /// <summary>What the school's rows have in <c>school_id</c>.</summary>
    string SchoolId { get; }

    /// <summary>
    /// How often the records have changed, as the database said earlier in this scope: what was read at the same number is still so.
    /// Null where that is not known; nothing is remembered then.
    /// </summary>
    long? Version => null;

    /// <summary>Opens the scope's connection, with the transaction that is open on it, if there is one.</summary>
    Task<RecordConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Begins a transaction on the scope's connection for a whole import, which may take minutes: read committed on PostgreSQL; on
    /// SQLite the write lock is taken at once.
    /// </summary>
    /// <exception cref="InvalidOperationException">The scope has a transaction already.</exception>
    Task<IStoreTransaction> BeginImportAsync(CancellationToken cancellationToken);
}
