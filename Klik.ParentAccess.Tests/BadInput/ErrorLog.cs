using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.BadInput;

/// <summary>Keeps the first errors of a host, and nothing else.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    private const int Most = 20;

    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && _lines.Count < Most)
        {
            _lines.Enqueue($"{eventId} {formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
