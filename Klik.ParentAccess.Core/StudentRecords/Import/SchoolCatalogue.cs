using Klik.ParentAccess.Core.OneRoster;

namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>The titles that results and students refer to: what was stored, with what the files say on top.</summary>
internal sealed class SchoolCatalogue
{
    private static readonly (FileKind File, CatalogueKind Kind)[] Parts =
    [
        (FileKind.AcademicSessions, CatalogueKind.Session),
        (FileKind.Categories, CatalogueKind.Category),
        (FileKind.Courses, CatalogueKind.Course),
        (FileKind.Classes, CatalogueKind.Class),
    ];

    private readonly Dictionary<string, CatalogueRow> _rows;

    private SchoolCatalogue(IEnumerable<CatalogueRow> stored) => _rows = stored.ToDictionary(row => row.Id, StringComparer.Ordinal);

    /// <summary>Whether any class is known.</summary>
    public bool HasClasses => _rows.Values.Any(row => row.Kind is CatalogueKind.Class or CatalogueKind.Homeroom);

    /// <summary>Reads the files and stores what they change.</summary>
    public static async Task<SchoolCatalogue> ImportAsync(ImportRun run, IImportTransaction transaction)
    {
        var catalogue = new SchoolCatalogue(await transaction.CatalogueAsync(run.CancellationToken));
        foreach (var (file, kind) in Parts.Where(part => run.Has(part.File)))
        {
            var changes = catalogue.Apply(run, file, kind);
            run.Count(file, await transaction.StoreAsync(new ImportBatch<CatalogueRow>(changes, () => false), run.CancellationToken));
        }

        return catalogue;
    }

    /// <summary>The class with an identifier.</summary>
    public CatalogueRow? Class(string id) => Find(CatalogueKind.Class, id);

    /// <summary>The title of a session.</summary>
    public string? SessionTitle(string? id) => id is null ? null : Find(CatalogueKind.Session, id)?.Title;

    /// <summary>The title of a category.</summary>
    public string? CategoryTitle(string? id) => id is null ? null : Find(CatalogueKind.Category, id)?.Title;

    /// <summary>The subject of a class: as it names it itself, or its course does, or else the course's or its own title.</summary>
    public string SubjectOf(CatalogueRow row)
    {
        var course = row.CourseId is null ? null : Find(CatalogueKind.Course, row.CourseId);
        return row.Subject ?? course?.Subject ?? course?.Title ?? row.Title;
    }

    private CatalogueRow? Find(CatalogueKind kind, string sourceId) => _rows.GetValueOrDefault(CatalogueRow.Key(kind, sourceId));

    private List<ImportChange<CatalogueRow>> Apply(ImportRun run, FileKind file, CatalogueKind kind)
    {
        var changes = run.Changes<CatalogueRow>(file, row => Parse(row, kind))
            .Select(change => change.Action == ImportAction.Keep ? change with { Id = CatalogueRow.Key(kind, change.Id) } : change)
            .ToList();
        if (run.RemovesMissing(file))
        {
            var named = changes.Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
            var prefix = CatalogueRow.Key(kind, "");
            changes.AddRange(_rows.Keys
                .Where(id => id.StartsWith(prefix, StringComparison.Ordinal) && !named.Contains(id))
                .Select(id => ImportChanges.Delete<CatalogueRow>(id)));
        }

        foreach (var change in changes)
        {
            if (change.Action == ImportAction.Put)
            {
                _rows[change.Id] = change.Row!;
            }
            else if (change.Action == ImportAction.Delete)
            {
                _rows.Remove(change.Id);
            }
        }

        return changes;
    }

    private static ImportChange<CatalogueRow>? Parse(OneRosterRow row, CatalogueKind kind)
    {
        var id = row.OwnId();
        if (row.Status() == RowStatus.ToBeDeleted)
        {
            return ImportChanges.Delete<CatalogueRow>(CatalogueRow.Key(kind, id));
        }

        var isHomeroom = kind == CatalogueKind.Class && row.Word(Columns.ClassType) == "homeroom";
        return ImportChanges.Put(new CatalogueRow(isHomeroom ? CatalogueKind.Homeroom : kind, id, row.RequiredText(Columns.Title))
        {
            Subject = kind is CatalogueKind.Course or CatalogueKind.Class ? row.Text(Columns.Subjects) : null,
            CourseId = kind == CatalogueKind.Class ? row.OptionalId(Columns.CourseSourcedId) : null,
        });
    }
}
