namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>One result on the grade list.</summary>
/// <param name="Id">The identifier in the school's system.</param>
/// <param name="Subject">The subject, or the class where the file names none.</param>
/// <param name="Period">The grading period's title, if known.</param>
/// <param name="Title">What the result is for.</param>
/// <param name="Date">The day of the result.</param>
/// <param name="ChangedAt">When it became known here or last changed.</param>
public sealed record Grade(string Id, string Subject, string? Period, string Title, DateOnly Date, DateTimeOffset ChangedAt)
{
    /// <summary>The result as a number between <see cref="Minimum"/> and <see cref="Maximum"/>, if it is one.</summary>
    public decimal? Score { get; init; }

    /// <summary>The result in words or letters, if it is not (only) a number.</summary>
    public string? Text { get; init; }

    /// <summary>The lowest possible score, if known.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The highest possible score, if known.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>The kind of work, such as test or homework, if known.</summary>
    public string? Category { get; init; }

    /// <summary>The teacher's remark, if any.</summary>
    public string? Comment { get; init; }
}
