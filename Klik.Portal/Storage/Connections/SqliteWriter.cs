namespace Klik.Portal.Storage.Connections;

/// <summary>
/// Lets one writer at a time into the SQLite file. While others wait, their work goes into one transaction: the disk takes
/// milliseconds for each, and the work itself a fraction of one. Everybody is told only when it is on the disk (rule P7).
/// </summary>
internal sealed class SqliteWriter(SqliteConnectionPool pool)
{
    // Enough for the disk to hardly matter, and few enough that nobody waits long.
    private const int MostInBatch = 64;
    private static readonly TimeSpan LongestBatch = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _waiting = [];
    private bool _isBusy;
    private WriteBatch? _batch;

    /// <summary>Waits for one's turn.</summary>
    /// <param name="isAlone">Whether the work takes so long that nobody else is to wait for it to reach the disk.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<WriteTurn> EnterAsync(bool isAlone, CancellationToken cancellationToken)
    {
        await WaitAsync(isAlone, cancellationToken);
        try
        {
            _batch ??= new WriteBatch(pool, isAlone);
            _batch.Save();
            return new WriteTurn(this, _batch, isAlone);
        }
        catch
        {
            Leave(isAlone);
            throw;
        }
    }

    /// <summary>Ends a turn, and the transaction too if nobody goes on with it.</summary>
    internal void Leave(bool wasAlone)
    {
        while (true)
        {
            Waiter? next;
            lock (_lock)
            {
                next = _waiting.First?.Value;
                if (next is null && _batch is null)
                {
                    _isBusy = false;
                    return;
                }
            }

            if (_batch is { } batch && (next is null || next.IsAlone || wasAlone || batch.IsUndone || batch.Finished >= MostInBatch || batch.Age >= LongestBatch))
            {
                _batch = null;
                batch.End();
            }
            else if (next is not null && Remove(next) && next.TrySetResult())
            {
                return;
            }
        }
    }

    private async Task WaitAsync(bool isAlone, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = new Waiter(isAlone);
        lock (_lock)
        {
            if (!_isBusy)
            {
                _isBusy = true;
                return;
            }

            _waiting.AddLast(waiter);
        }

        await using (cancellationToken.UnsafeRegister(static (state, token) => ((Waiter)state!).TrySetCanceled(token), waiter))
        {
            try
            {
                await waiter.Task;
            }
            catch (OperationCanceledException)
            {
                Remove(waiter);
                throw;
            }
        }
    }

    private bool Remove(Waiter waiter)
    {
        lock (_lock)
        {
            return _waiting.Remove(waiter);
        }
    }

    private sealed class Waiter(bool isAlone) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public bool IsAlone => isAlone;
    }
}
