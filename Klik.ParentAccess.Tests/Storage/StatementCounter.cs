using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Klik.ParentAccess.Tests.Storage;

/// <summary>Remembers what a portal asked its database for each request, which a test knows by the trace that it began.</summary>
internal sealed class StatementCounter : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<ActivityTraceId, ConcurrentQueue<string>> _statements = new();

    /// <summary>Sends requests, and gives what they made the portal ask its database. The list of schools is left out, which whoever
    /// comes first reads anew every few seconds.</summary>
    public async Task<(T Answer, IReadOnlyList<string> Statements)> WatchAsync<T>(Func<Task<T>> send)
    {
        using var trace = new Activity("watched").SetIdFormat(ActivityIdFormat.W3C).Start();
        var answer = await send();
        return (answer, _statements.TryRemove(trace.TraceId, out var statements) ? [.. statements] : []);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Remember(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Remember(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Remember(command);
        return new(result);
    }

    private void Remember(DbCommand command)
    {
        if (Activity.Current is { TraceId: var trace } && !command.CommandText.Contains("FROM \"schools\"", StringComparison.Ordinal))
        {
            _statements.GetOrAdd(trace, _ => new()).Enqueue(command.CommandText);
        }
    }
}
