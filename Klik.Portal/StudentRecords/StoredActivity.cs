using Klik.Portal.Storage;

namespace Klik.Portal.StudentRecords;

/// <summary>A row of <c>activities</c>: an activity on a learning line.</summary>
internal sealed class StoredActivity : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string Id { get; init; }

    public required string LearningLineId { get; init; }

    public required string Title { get; init; }

    public required int SortOrder { get; init; }
}
