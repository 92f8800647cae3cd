using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Klik.Portal.Storage.Connections;

/// <summary>
/// One transaction of SQLite in which several writers do their work one after the other, each behind a savepoint of its own. It is
/// written to the disk once for all of them.
/// </summary>
internal sealed class WriteBatch
{
    private readonly SqliteConnectionPool _pool;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _began = Stopwatch.GetTimestamp();

    /// <summary>Begins it; nobody else may be writing.</summary>
    /// <param name="pool">Where its connection is from.</param>
    /// <param name="isLarge">Whether it may change more than is to be kept in memory.</param>
    /// <exception cref="SqliteException">Another process writes, or the file cannot be written.</exception>
    public WriteBatch(SqliteConnectionPool pool, bool isLarge)
    {
        _pool = pool;
        Connection = pool.Rent();
        try
        {
            Connection.UndoInMemory(!isLarge);
            // The write lock is taken at once.
            Transaction = Connection.BeginTransaction(deferred: false);
        }
        catch
        {
            pool.Return(Connection);
            throw;
        }
    }

    public PreparingSqliteConnection Connection { get; }

    public SqliteTransaction Transaction { get; }

    /// <summary>How many writers have done their work and wait for the disk.</summary>
    public int Finished { get; private set; }

    /// <summary>How long ago it began.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_began);

    /// <summary>Whether the database has undone all of it by itself, as it does when the disk is full.</summary>
    public bool IsUndone { get; private set; }

    /// <summary>Ends when everything of it is on the disk.</summary>
    /// <exception cref="SqliteException">None of it is.</exception>
    public Task Ended => _ended.Task;

    /// <summary>The next writer begins.</summary>
    public void Save() => Transaction.Save(Savepoint);

    /// <summary>The writer has done its work.</summary>
    public void Keep()
    {
        Transaction.Release(Savepoint);
        Finished++;
    }

    /// <summary>The writer's work is undone, and nobody else's.</summary>
    public void Undo()
    {
        try
        {
            Transaction.Rollback(Savepoint);
            Transaction.Release(Savepoint);
        }
        catch (Exception problem) when (problem is SqliteException or InvalidOperationException)
        {
            IsUndone = true;
        }
    }

    /// <summary>Writes it to the disk, and tells everybody who waits.</summary>
    public void End()
    {
        try
        {
            if (Finished > 0)
            {
                Transaction.Commit();
            }
            else
            {
                Transaction.Rollback();
            }

            _ended.SetResult();
        }
        catch (Exception problem) when (problem is SqliteException or InvalidOperationException)
        {
            _ended.SetException(problem as SqliteException ?? new SqliteException("The transaction that this was part of was undone; it can be tried again.", raw.SQLITE_BUSY));
        }
        finally
        {
            Close();
        }
    }

    private const string Savepoint = "writer";

    private void Close()
    {
        // Who has nothing to wait for does not ask how it ended.
        _ = _ended.Task.Exception;
        try
        {
            Transaction.Dispose();
        }
        catch (SqliteException)
        {
            // It was undone by the database already; the pool lets go of a connection that is not clean.
        }

        _pool.Return(Connection);
    }
}
