using Klik.ParentAccess.Core.Throttling;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>Counts of attempts in memory; one caller at a time, as a database's transactions are.</summary>
internal sealed class FakeAttemptCounters : IAttemptCounters
{
    private readonly Lock _one = new();
    private readonly Dictionary<string, (int Attempts, DateTimeOffset Began, DateTimeOffset Latest)> _counts = [];

    /// <summary>How often they were asked or changed.</summary>
    public int Calls { get; private set; }

    public IReadOnlyCollection<string> Keys
    {
        get
        {
            lock (_one)
            {
                return [.. _counts.Keys];
            }
        }
    }

    public Task<IReadOnlyList<AttemptCount>> ReadAsync(IReadOnlyList<AttemptKey> keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_one)
        {
            Calls++;
            return Task.FromResult<IReadOnlyList<AttemptCount>>([.. keys.Select(key => Read(key, now))]);
        }
    }

    public Task<bool> TryAddAsync(AttemptCount read, IReadOnlyList<AttemptKey> others, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_one)
        {
            Calls++;
            if (Read(read.Key, now) != read)
            {
                return Task.FromResult(false);
            }

            foreach (var key in others.Prepend(read.Key))
            {
                var count = Read(key, now);
                _counts[key.Value] = (count.Attempts + 1, count.Attempts == 0 ? now : _counts[key.Value].Began, now);
            }

            return Task.FromResult(true);
        }
    }

    public Task TakeBackAsync(CountedAttempt attempt, AttemptKey? forgotten, CancellationToken cancellationToken)
    {
        lock (_one)
        {
            Calls++;
            _counts.Remove(forgotten?.Value ?? "");
            foreach (var before in attempt.Before)
            {
                if (_counts.TryGetValue(before.Key.Value, out var count) && count.Attempts > 0)
                {
                    var isLatest = count.Latest == attempt.At && count.Attempts == before.Attempts + 1;
                    _counts[before.Key.Value] = count with { Attempts = count.Attempts - 1, Latest = isLatest && before.Latest is { } latest ? latest : count.Latest };
                }
            }
        }

        return Task.CompletedTask;
    }

    public Task ForgetAsync(AttemptKey key, CancellationToken cancellationToken)
    {
        lock (_one)
        {
            _counts.Remove(key.Value);
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        lock (_one)
        {
            foreach (var key in _counts.Where(count => count.Value.Latest < before).Select(count => count.Key).ToList())
            {
                _counts.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    private AttemptCount Read(AttemptKey key, DateTimeOffset now) =>
        _counts.TryGetValue(key.Value, out var count) && count.Attempts > 0 && count.Began + key.Window > now
            ? new AttemptCount(key, count.Attempts, count.Latest)
            : new AttemptCount(key, 0, null);
}
