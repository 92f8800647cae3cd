namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>A personal link of one student.</summary>
/// <param name="StudentId">The student.</param>
/// <param name="Id">The identifier.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">What it is to.</param>
public sealed record PersonalLinkRow(string StudentId, string Id, string Title, PersonalLinkKind Kind) : IStudentImportRow
{
    /// <summary>An absolute address with http or https, if it has one.</summary>
    public string? Address { get; init; }

    /// <summary>More about it, if any.</summary>
    public string? Description { get; init; }
}
