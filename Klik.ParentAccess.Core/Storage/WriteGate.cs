namespace Klik.ParentAccess.Core.Storage;

/// <summary>
/// Lets one writer at a time into a database that has room for no more, SQLite. Writers queue here without holding a thread;
/// SQLite's own way of waiting would block one each. One a database.
/// </summary>
/// <param name="isOneAtATime">False keeps the gate open, for a database with room for many (PostgreSQL).</param>
public sealed class WriteGate(bool isOneAtATime) : IDisposable
{
    private readonly SemaphoreSlim? _gate = isOneAtATime ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Waits for one's turn.</summary>
    public Task EnterAsync(CancellationToken cancellationToken) => _gate?.WaitAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Lets the next one in.</summary>
    public void Leave() => _gate?.Release();

    /// <inheritdoc/>
    public void Dispose() => _gate?.Dispose();
}
