namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>A judgement in words, levels or both on a piece of work.</summary>
/// <param name="Id">The identifier in the school's system.</param>
/// <param name="Title">The piece of work.</param>
/// <param name="Date">The day of the judgement.</param>
/// <param name="Teacher">Who judged, if known.</param>
/// <param name="Level">The level, if one is given.</param>
/// <param name="Text">The judgement in words, if any.</param>
/// <param name="ChangedAt">When it became known here or last changed.</param>
public sealed record Assessment(string Id, string Title, DateOnly Date, string? Teacher, string? Level, string? Text, DateTimeOffset ChangedAt)
{
    /// <summary>The subject, if known.</summary>
    public string? Subject { get; init; }
}
