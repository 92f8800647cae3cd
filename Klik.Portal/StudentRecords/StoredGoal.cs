using Klik.ParentAccess.Core.StudentRecords;
using Klik.Portal.Storage;

namespace Klik.Portal.StudentRecords;

/// <summary>A row of <c>goals</c>: a personal goal of one student.</summary>
internal sealed class StoredGoal : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string StudentId { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required ActivityState State { get; init; }

    public string? Description { get; init; }

    public DateOnly? DueDate { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
