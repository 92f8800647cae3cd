using Klik.Portal.Storage;

namespace Klik.Portal.StudentRecords;

/// <summary>A row of <c>conversations</c>: the report of a talk about one student.</summary>
internal sealed class StoredConversation : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string StudentId { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required DateOnly Date { get; init; }

    public string? Participants { get; init; }

    public string? Report { get; init; }

    public string? Agreements { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
