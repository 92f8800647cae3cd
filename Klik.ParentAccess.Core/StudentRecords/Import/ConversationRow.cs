namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>The report of a talk about one student (rule I15).</summary>
/// <param name="StudentId">The student.</param>
/// <param name="Id">The identifier.</param>
/// <param name="Title">What it was about.</param>
/// <param name="Date">The day of the talk.</param>
public sealed record ConversationRow(string StudentId, string Id, string Title, DateOnly Date) : IStudentImportRow
{
    /// <summary>Who took part, as the report names them.</summary>
    public string? Participants { get; init; }

    /// <summary>What was said, if reported.</summary>
    public string? Report { get; init; }

    /// <summary>What was agreed, one a line.</summary>
    public string? Agreements { get; init; }
}
