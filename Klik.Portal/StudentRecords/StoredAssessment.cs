using Klik.Portal.Storage;

namespace Klik.Portal.StudentRecords;

/// <summary>A row of <c>assessments</c>: an assessment of one student.</summary>
internal sealed class StoredAssessment : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string StudentId { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required DateOnly Date { get; init; }

    public string? Subject { get; init; }

    public string? Teacher { get; init; }

    public string? Level { get; init; }

    public string? Text { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
