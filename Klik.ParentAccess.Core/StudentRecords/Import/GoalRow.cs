namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>A personal goal of one student.</summary>
/// <param name="StudentId">The student.</param>
/// <param name="Id">The identifier.</param>
/// <param name="Title">The aim.</param>
/// <param name="State">How far it is.</param>
public sealed record GoalRow(string StudentId, string Id, string Title, ActivityState State) : IStudentImportRow
{
    /// <summary>More about it, if any.</summary>
    public string? Description { get; init; }

    /// <summary>By when, if agreed.</summary>
    public DateOnly? DueDate { get; init; }
}
