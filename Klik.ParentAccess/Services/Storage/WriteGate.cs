using YesSql;

namespace Klik.ParentAccess.Services.Storage;

/// <summary>
/// Lets one writer at a time into SQLite, which has room for no more. Writers queue here without holding a thread; SQLite's own
/// way of waiting would block one each. On PostgreSQL the gate is always open. One a tenant.
/// </summary>
internal sealed class WriteGate(IStore store) : IDisposable
{
    private readonly SemaphoreSlim? _gate = store.Configuration.SqlDialect.Name == "Sqlite" ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Waits for one's turn.</summary>
    public Task EnterAsync(CancellationToken cancellationToken) => _gate?.WaitAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Lets the next one in.</summary>
    public void Leave() => _gate?.Release();

    public void Dispose() => _gate?.Dispose();
}
