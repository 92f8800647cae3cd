using Klik.Portal.Storage;

namespace Klik.Portal.StudentRecords;

/// <summary>A row of <c>results</c>: a result of one student; its rows stand together by student.</summary>
internal sealed class StoredResult : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string StudentId { get; init; }

    public required string Id { get; init; }

    public required string LineItemId { get; init; }

    public required DateOnly Date { get; init; }

    public decimal? Score { get; init; }

    public string? Text { get; init; }

    public string? Comment { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
