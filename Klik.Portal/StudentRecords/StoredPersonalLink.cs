using Klik.ParentAccess.Core.StudentRecords;
using Klik.Portal.Storage;

namespace Klik.Portal.StudentRecords;

/// <summary>A row of <c>personal_links</c>: a personal link of one student.</summary>
internal sealed class StoredPersonalLink : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string StudentId { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required PersonalLinkKind Kind { get; init; }

    public string? Address { get; init; }

    public string? Description { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
