using Klik.ParentAccess.Core.StudentRecords;
using Klik.Portal.Storage;

namespace Klik.Portal.StudentRecords;

/// <summary>A row of <c>goal_steps</c>: a step towards a goal.</summary>
internal sealed class StoredGoalStep : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string StudentId { get; init; }

    public required string Id { get; init; }

    public required string GoalId { get; init; }

    public required string Title { get; init; }

    public required ActivityState State { get; init; }

    public required int SortOrder { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
