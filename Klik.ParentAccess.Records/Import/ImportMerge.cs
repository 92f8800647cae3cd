using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Records.Import;

/// <summary>
/// The statements that bring a stored table in line with the table of an import, the same on both databases. <c>@school</c> and
/// <c>@now</c> are their parameters; the import's table is <c>s</c>, the stored one <c>t</c>.
/// </summary>
internal sealed class ImportMerge<TRow>(ImportTable<TRow> table)
    where TRow : class, IImportRow
{
    /// <summary>The name of the import's own table.</summary>
    public string Staging { get; } = "import_" + table.Table.ToString().ToLowerInvariant();

    /// <summary>The columns of the import's own table, the first being what is asked.</summary>
    public IReadOnlyList<(string Name, ImportColumnType Type)> StagingColumns { get; } =
    [
        ("action", ImportColumnType.Integer),
        ("student_id", ImportColumnType.Text),
        ("id", ImportColumnType.Text),
        .. table.Columns.Select(column => (column.Name, column.Type)),
    ];

    /// <summary>Removes what is asked to be removed.</summary>
    public string Delete => table.IsOfStudents
        ? $"""
            DELETE FROM {table.Name} WHERE school_id = @school AND (student_id, id) IN
              (SELECT s.student_id, s.id FROM {Staging} s WHERE s.action = {Action(ImportAction.Delete)} AND s.student_id IS NOT NULL)
            """
        : DeleteById;

    /// <summary>Removes what is asked to be removed without saying whose it is.</summary>
    public string DeleteById =>
        $"DELETE FROM {table.Name} WHERE school_id = @school AND id IN (SELECT s.id FROM {Staging} s WHERE s.action = {Action(ImportAction.Delete)} AND s.student_id IS NULL)";

    /// <summary>Whether any entry of a student may have been another student's before.</summary>
    public bool CanMove => table.IsOfStudents && !table.HasIdsPerStudent;

    /// <summary>Removes the entries of students that come with another student now.</summary>
    public string DeleteMoved =>
        $"""
        DELETE FROM {table.Name} AS t WHERE t.school_id = @school
          AND t.id IN (SELECT s.id FROM {Staging} s WHERE s.action = {Action(ImportAction.Put)})
          AND NOT EXISTS (SELECT 1 FROM {Staging} s WHERE {SameKey} AND s.action = {Action(ImportAction.Put)})
        """;

    /// <summary>Changes what is different.</summary>
    public string Update =>
        $"""
        UPDATE {table.Name} AS t SET {string.Join(", ", Values.Select(name => $"{name} = s.{name}"))}{(table.HasChangedAt ? ", changed_at = @now" : "")}
          FROM {Staging} s
          WHERE t.school_id = @school AND {SameKey} AND s.action = {Action(ImportAction.Put)}
            AND ({string.Join(" OR ", Values.Select(name => $"t.{name} IS DISTINCT FROM s.{name}"))})
        """;

    /// <summary>Adds what is new, in the order of the key, so that a student's entries stand together.</summary>
    public string Insert =>
        $"""
        INSERT INTO {table.Name} ({string.Join(", ", InsertColumns.Select(column => column.Name))})
          SELECT {string.Join(", ", InsertColumns.Select(column => column.Value))} FROM {Staging} s
          WHERE s.action = {Action(ImportAction.Put)} AND NOT EXISTS (SELECT 1 FROM {table.Name} t WHERE t.school_id = @school AND {SameKey})
          ORDER BY {(table.IsOfStudents ? "s.student_id, s.id" : "s.id")}
        """;

    /// <summary>Removes what is not named; of students who are no longer active in the source nothing (rule I7).</summary>
    public string RemoveMissing =>
        $"""
        DELETE FROM {table.Name} AS t WHERE t.school_id = @school
          AND NOT EXISTS (SELECT 1 FROM {Staging} s WHERE {SameKey} AND s.action = {Action(ImportAction.Put)})
          AND t.id NOT IN (SELECT s.id FROM {Staging} s WHERE s.action = {Action(ImportAction.Keep)})
          {(table.IsOfStudents ? $"AND EXISTS (SELECT 1 FROM {table.Tables[RecordTable.Students]} st WHERE st.school_id = @school AND st.id = t.student_id AND st.is_active_in_source)" : "")}
          {(table.RemovedOnlyIf is { } condition ? $"AND {condition}" : "")}
        """;

    private IEnumerable<string> Values => table.Columns.Select(column => column.Name);

    private string SameKey => table.IsOfStudents ? "s.student_id = t.student_id AND s.id = t.id" : "s.id = t.id";

    private IEnumerable<(string Name, string Value)> InsertColumns =>
    [
        ("school_id", "@school"),
        .. table.IsOfStudents ? [("student_id", "s.student_id")] : Array.Empty<(string, string)>(),
        ("id", "s.id"),
        .. Values.Select(name => (name, $"s.{name}")),
        .. table.SetOnce,
        .. table.HasChangedAt ? [("changed_at", "@now")] : Array.Empty<(string, string)>(),
    ];

    private static int Action(ImportAction action) => (int)action;
}
