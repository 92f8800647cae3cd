namespace Klik.Portal.Storage.Connections;

/// <summary>A writer's turn in a <see cref="WriteBatch"/>.</summary>
internal sealed class WriteTurn(SqliteWriter writer, WriteBatch batch, bool isAlone)
{
    private bool _isEnded;

    public WriteBatch Batch => batch;

    /// <summary>Lets the next one in, and waits until what was kept is on the disk.</summary>
    public Task CommitAsync()
    {
        Leave();
        return batch.Ended;
    }

    /// <summary>Lets the next one in; what was not kept did not happen.</summary>
    public void Leave()
    {
        if (!_isEnded)
        {
            _isEnded = true;
            writer.Leave(isAlone);
        }
    }
}
