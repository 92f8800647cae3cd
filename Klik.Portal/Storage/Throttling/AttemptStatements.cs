using System.Globalization;
using Klik.ParentAccess.Core.Throttling;

namespace Klik.Portal.Storage.Throttling;

/// <summary>The changes of several counts, for one round trip.</summary>
/// <param name="at">When the attempt is.</param>
internal sealed class AttemptStatements(DateTimeOffset at)
{
    // One attempt more, or the first one of a window.
    private const string Adding = """
        INSERT INTO attempt_counts (school_id, counted_by, attempts, ends_at, latest_at) VALUES (@school, @key#, 1, @end#, @at)
        ON CONFLICT (school_id, counted_by) DO UPDATE SET
          attempts = CASE WHEN attempt_counts.attempts > 0 AND attempt_counts.ends_at > @at THEN attempt_counts.attempts + 1 ELSE 1 END,
          ends_at = CASE WHEN attempt_counts.attempts > 0 AND attempt_counts.ends_at > @at THEN attempt_counts.ends_at ELSE excluded.ends_at END,
          latest_at = @at
        """;

    private const string AddingFirst = Adding + " WHERE attempt_counts.attempts = 0 OR attempt_counts.ends_at <= @at";

    private const string AddingFurther = """
        UPDATE attempt_counts SET attempts = attempts + 1, latest_at = @at
        WHERE school_id = @school AND counted_by = @key# AND attempts = @read# AND latest_at = @latest# AND ends_at > @at
        """;

    private const string TakingBack = """
        UPDATE attempt_counts SET latest_at = CASE WHEN attempts = @counted# AND latest_at = @at THEN @latest# ELSE latest_at END, attempts = attempts - 1
        WHERE school_id = @school AND counted_by = @key# AND attempts > 0
        """;

    private const string Forgetting = "DELETE FROM attempt_counts WHERE school_id = @school AND counted_by = @key#";

    private readonly List<string> _texts = [];
    private readonly List<(string Name, object? Value)> _parameters = [("@at", at.UtcTicks)];

    /// <summary>One attempt more.</summary>
    public void Add(AttemptKey key) => Append(Adding, key, ("@end", (at + key.Window).UtcTicks));

    /// <summary>One attempt more, unless the count has changed since it was read.</summary>
    public void AddIfStill(AttemptCount read)
    {
        if (read.Attempts == 0)
        {
            Append(AddingFirst, read.Key, ("@end", (at + read.Key.Window).UtcTicks));
        }
        else
        {
            Append(AddingFurther, read.Key, ("@read", read.Attempts), ("@latest", read.Latest?.UtcTicks));
        }
    }

    /// <summary>The attempt was no failure.</summary>
    /// <param name="before">The count before it.</param>
    public void TakeBack(AttemptCount before) =>
        Append(TakingBack, before.Key, ("@counted", before.Attempts + 1), ("@latest", (before.Latest ?? at).UtcTicks));

    /// <summary>None were counted.</summary>
    public void Forget(AttemptKey key) => Append(Forgetting, key);

    /// <summary>All of it.</summary>
    public Statement ToStatement() => new(string.Join(";\n", _texts), [.. _parameters]);

    private void Append(string text, AttemptKey key, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var number = _texts.Count.ToString(CultureInfo.InvariantCulture);
        _texts.Add(text.Replace("#", number, StringComparison.Ordinal));
        _parameters.Add(("@key" + number, key.Value));
        foreach (var (name, value) in parameters)
        {
            _parameters.Add((name + number, value));
        }
    }
}
