namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>
/// A title that results and students refer to. Kept so that a later file with changes alone can be understood; nothing in it is
/// about a person.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="SourceId">The identifier in the school's system, unique within its file.</param>
/// <param name="Title">The title.</param>
public sealed record CatalogueRow(CatalogueKind Kind, string SourceId, string Title) : IImportRow
{
    /// <summary>The identifier among all kinds: the file's letter, a colon and <see cref="SourceId"/>.</summary>
    public string Id => Key(Kind, SourceId);

    /// <summary>The subjects of a course or class, if named.</summary>
    public string? Subject { get; init; }

    /// <summary>The course of a class.</summary>
    public string? CourseId { get; init; }

    /// <summary>Makes the identifier among all kinds.</summary>
    internal static string Key(CatalogueKind kind, string sourceId) => kind switch
    {
        CatalogueKind.Session => "s:",
        CatalogueKind.Category => "k:",
        CatalogueKind.Course => "v:",
        _ => "c:",
    }
    + sourceId;
}
