namespace Klik.ParentAccess.Core.Storage;

/// <summary>
/// Lets one writer at a time into a database that has room for no more, SQLite. Writers queue here without holding a thread;
/// SQLite's own way of waiting would block one each. One a database.
/// </summary>
/// <param name="isOneAtATime">False keeps the gate open, for a database with room for many (PostgreSQL).</param>
public sealed class WriteGate(bool isOneAtATime) : IDisposable
{
    private readonly SemaphoreSlim? _gate = isOneAtATime ? new SemaphoreSlim(1, 1) : null;
    private int _refusals;

    /// <summary>Waits for one's turn.</summary>
    /// <returns>
    /// False when the database let somebody before not in, because another process held it for too long: each waiting as long in turn
    /// would make the last wait for minutes.
    /// </returns>
    public async Task<bool> TryEnterAsync(CancellationToken cancellationToken)
    {
        if (_gate is null)
        {
            return true;
        }

        var refusals = Volatile.Read(ref _refusals);
        await _gate.WaitAsync(cancellationToken);
        if (refusals == Volatile.Read(ref _refusals))
        {
            return true;
        }

        _gate.Release();
        return false;
    }

    /// <summary>Lets the next one in.</summary>
    public void Leave() => _gate?.Release();

    /// <summary>Leaves because the database did not let one in; whoever waits by now is turned away as well.</summary>
    public void LeaveRefused()
    {
        Interlocked.Increment(ref _refusals);
        Leave();
    }

    /// <inheritdoc/>
    public void Dispose() => _gate?.Dispose();
}
