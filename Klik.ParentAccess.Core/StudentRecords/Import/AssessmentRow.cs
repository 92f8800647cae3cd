namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>An assessment of one student.</summary>
/// <param name="StudentId">The student.</param>
/// <param name="Id">The identifier.</param>
/// <param name="Title">The piece of work.</param>
/// <param name="Date">The day of the judgement.</param>
public sealed record AssessmentRow(string StudentId, string Id, string Title, DateOnly Date) : IStudentImportRow
{
    /// <summary>The subject, if named.</summary>
    public string? Subject { get; init; }

    /// <summary>Who judged, as the school writes it.</summary>
    public string? Teacher { get; init; }

    /// <summary>The level, if one is given.</summary>
    public string? Level { get; init; }

    /// <summary>The judgement in words, if any.</summary>
    public string? Text { get; init; }
}
