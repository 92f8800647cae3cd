using Klik.ParentAccess.Core.StudentRecords;
using Klik.Portal.Storage;

namespace Klik.Portal.StudentRecords;

/// <summary>A row of <c>activity_progress</c>: how far one student is with one activity, whose identifier is the row's.</summary>
internal sealed class StoredActivityProgress : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string StudentId { get; init; }

    public required string Id { get; init; }

    public required ActivityState State { get; init; }

    public DateOnly? Date { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
