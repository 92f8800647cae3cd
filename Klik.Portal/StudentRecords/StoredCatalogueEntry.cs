using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.Portal.Storage;

namespace Klik.Portal.StudentRecords;

/// <summary>A row of <c>catalogue</c>: a title that results and students refer to, kept so that a later file with changes alone can be understood.</summary>
internal sealed class StoredCatalogueEntry : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string Id { get; init; }

    public required CatalogueKind Kind { get; init; }

    public required string SourceId { get; init; }

    public required string Title { get; init; }

    public string? Subject { get; init; }

    public string? CourseId { get; init; }
}
