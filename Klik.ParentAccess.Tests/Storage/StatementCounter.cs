using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Klik.Portal.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Klik.ParentAccess.Tests.Storage;

/// <summary>
/// Remembers what a portal asked its database for each request, which a test knows by the trace that it began: by Entity Framework,
/// and by statements written by hand, which the portal logs.
/// </summary>
internal sealed class StatementCounter : DbCommandInterceptor, ILoggerProvider, ILogger
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
        Remember(command.CommandText);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Remember(command.CommandText);
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Remember(command.CommandText);
        return new(result);
    }

    /// <summary>Has it told of everything that a portal asks.</summary>
    public void Watch(WebApplicationBuilder builder)
    {
        builder.Services.ConfigureDbContext<ParentAccessDbContext>(options => options.AddInterceptors(this));
        builder.Logging.AddProvider(this).AddFilter(typeof(Statements).FullName, LogLevel.Debug);
    }

    public ILogger CreateLogger(string categoryName) => categoryName == typeof(Statements).FullName ? this : NullLogger.Instance;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Remember(formatter(state, exception));

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
        // Nothing is held.
    }

    private void Remember(string statement)
    {
        if (Activity.Current is { TraceId: var trace } && !statement.Contains("FROM \"schools\"", StringComparison.Ordinal))
        {
            _statements.GetOrAdd(trace, _ => new()).Enqueue(statement);
        }
    }
}
