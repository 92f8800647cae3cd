using Klik.Portal.Storage;

namespace Klik.Portal.StudentRecords;

/// <summary>A row of <c>learning_lines</c>: a learning line.</summary>
internal sealed class StoredLearningLine : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? Subject { get; init; }

    public required int SortOrder { get; init; }
}
