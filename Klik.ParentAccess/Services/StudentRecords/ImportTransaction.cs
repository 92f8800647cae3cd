using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.StudentRecords;

/// <summary>A transaction that holds a whole import, and at its end gives the site's users their students.</summary>
internal sealed class ImportTransaction(TenantTransaction transaction, TenantDatabase database, StudentsOfUsers students) : IStoreTransaction
{
    private bool _isKeepingReadersIn;

    /// <summary>
    /// On SQLite the site can be read while the import goes on: what is changed stays in memory until the end, where it would else
    /// be written to the file as soon as there is much of it, which locks everybody out.
    /// </summary>
    public async Task KeepReadersInAsync(CancellationToken cancellationToken)
    {
        if (!database.IsPostgres)
        {
            await database.QueryAsync($"PRAGMA cache_spill = OFF", _ => true, cancellationToken);
            _isKeepingReadersIn = true;
        }
    }

    /// <inheritdoc/>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await students.BindAsync(cancellationToken);
        await LetGoAsync();
        await transaction.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await LetGoAsync();
        }
        finally
        {
            await transaction.DisposeAsync();
        }
    }

    // The connection goes back to a pool.
    private async Task LetGoAsync()
    {
        if (_isKeepingReadersIn)
        {
            _isKeepingReadersIn = false;
            await database.QueryAsync($"PRAGMA cache_spill = ON", _ => true, CancellationToken.None);
        }
    }
}
