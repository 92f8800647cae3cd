using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>Everything that a host logged, at every level.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(string Category, EventId Id, string Text)> _lines = new();
    private readonly string _category = "";

    public CapturedLog()
    {
    }

    private CapturedLog(CapturedLog owner, string category) => (_lines, _category) = (owner._lines, category);

    public IEnumerable<(string Category, EventId Id, string Text)> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new CapturedLog(this, categoryName);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((_category, eventId, $"{formatter(state, exception)} {exception}"));

    public void Dispose()
    {
    }
}
