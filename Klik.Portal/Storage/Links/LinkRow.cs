using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;

namespace Klik.Portal.Storage.Links;

/// <summary>A row of <c>links</c>.</summary>
internal sealed class LinkRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required Guid Id { get; init; }

    public required string StudentId { get; init; }

    public required string AccountId { get; init; }

    /// <summary>Encrypted.</summary>
    public required string Name { get; init; }

    public required LinkOrigin Origin { get; init; }

    public required DateTimeOffset Since { get; init; }

    public static LinkRow From(string schoolId, Link link) => new()
    {
        SchoolId = schoolId,
        Id = link.Id,
        StudentId = link.StudentId.Value,
        AccountId = link.AccountId,
        Name = link.Name.Value,
        Origin = link.Origin,
        Since = link.Since,
    };

    public Link ToLink() => new(Id, ParentAccess.Core.Students.StudentId.Parse(StudentId), AccountId, new ProtectedText(Name), Origin, Since);
}
