using Klik.ParentAccess.Core.Throttling;

namespace Klik.Portal.Storage.Throttling;

/// <summary>What an attempt changes in the counts.</summary>
/// <param name="at">When the attempt is.</param>
internal sealed class AttemptStatements(DateTimeOffset at)
{
    private const string Added = "INSERT INTO attempt_counts (school_id, counted_by, attempts, ends_at, latest_at)";

    // One attempt more, or the first one of a window.
    private const string IfThere = """
        ON CONFLICT (school_id, counted_by) DO UPDATE SET
          attempts = CASE WHEN attempt_counts.attempts > 0 AND attempt_counts.ends_at > @at THEN attempt_counts.attempts + 1 ELSE 1 END,
          ends_at = CASE WHEN attempt_counts.attempts > 0 AND attempt_counts.ends_at > @at THEN attempt_counts.ends_at ELSE excluded.ends_at END,
          latest_at = @at
        """;

    private const string Adding = $"{Added} VALUES (@school, @key, 1, @end, @at) {IfThere}";

    private const string AddingFirst = $"{Adding} WHERE attempt_counts.attempts = 0 OR attempt_counts.ends_at <= @at";

    private const string AddingFurther = """
        UPDATE attempt_counts SET attempts = attempts + 1, latest_at = @at
        WHERE school_id = @school AND counted_by = @key AND attempts = @read AND latest_at = @latest AND ends_at > @at
        """;

    private const string TakingBack = """
        UPDATE attempt_counts SET latest_at = CASE WHEN attempts = @counted AND latest_at = @at THEN @latest ELSE latest_at END, attempts = attempts - 1
        WHERE school_id = @school AND counted_by = @key AND attempts > 0
        """;

    private const string Forgetting = "DELETE FROM attempt_counts WHERE school_id = @school AND counted_by = @key";

    private readonly (string Name, object? Value) _at = ("@at", at.UtcTicks);

    /// <summary>One attempt more.</summary>
    public Statement Add(AttemptKey key) => new(Adding, _at, KeyOf(key), EndOf(key));

    /// <summary>One attempt more, unless the count has changed since it was read.</summary>
    public Statement AddIfStill(AttemptCount read) => read.Attempts == 0
        ? new(AddingFirst, _at, KeyOf(read.Key), EndOf(read.Key))
        : new(AddingFurther, _at, KeyOf(read.Key), ("@read", read.Attempts), ("@latest", read.Latest?.UtcTicks));

    /// <summary>Likewise, and one more of each of some others if so, all in one: for PostgreSQL.</summary>
    /// <param name="read">As it was read; by its key the first, because counts are taken in the order of their keys.</param>
    /// <param name="others">At least one. It changes so many rows, or none.</param>
    public Statement AddAllIfStill(AttemptCount read, IReadOnlyList<AttemptKey> others)
    {
        if (others.Any(other => string.CompareOrdinal(other.Value, read.Key.Value) <= 0))
        {
            throw new ArgumentException("The count that was read comes first.", nameof(others));
        }

        var first = AddIfStill(read);
        var keys = new ValueList("@other", others.Select(other => other.Value));
        var rows = keys.Parameters.Zip(others, (key, other) => (Key: key, End: (Name: $"{key.Name}_end", Value: (object?)(at + other.Window).UtcTicks))).ToList();
        return new(
            $"""
            WITH counted AS ({first.Sql} RETURNING 1)
            {Added} SELECT @school, other.counted_by, 1, other.ends_at, @at
            FROM counted CROSS JOIN (VALUES {string.Join(", ", rows.Select(row => $"({row.Key.Name}, {row.End.Name})"))}) AS other (counted_by, ends_at)
            ORDER BY other.counted_by COLLATE "C"
            {IfThere}
            """,
            [.. first.Parameters, .. rows.Select(row => row.Key), .. rows.Select(row => row.End)]);
    }

    /// <summary>The attempt was no failure.</summary>
    /// <param name="before">The count before it.</param>
    public Statement TakeBack(AttemptCount before) =>
        new(TakingBack, _at, KeyOf(before.Key), ("@counted", before.Attempts + 1), ("@latest", (before.Latest ?? at).UtcTicks));

    /// <summary>None were counted.</summary>
    public static Statement Forget(AttemptKey key) => new(Forgetting, KeyOf(key));

    private static (string Name, object? Value) KeyOf(AttemptKey key) => ("@key", key.Value);

    private (string Name, object? Value) EndOf(AttemptKey key) => ("@end", (at + key.Window).UtcTicks);
}
