using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Records.Import;

/// <summary>How the entries of one type are stored.</summary>
/// <param name="Tables">What the tables are called.</param>
/// <param name="Table">The stored table.</param>
/// <param name="Columns">What it holds beside the key.</param>
internal sealed record ImportTable<TRow>(RecordTables Tables, RecordTable Table, params ImportColumn<TRow>[] Columns)
    where TRow : class, IImportRow
{
    /// <summary>The table's name in statements.</summary>
    public string Name { get; } = Tables[Table];

    /// <summary>Whether the entries belong to students, whose identifier is then part of the key.</summary>
    public bool IsOfStudents { get; } = typeof(TRow).IsAssignableTo(typeof(IStudentImportRow));

    /// <summary>Whether one identifier may stand for an entry of each of several students.</summary>
    public bool HasIdsPerStudent { get; init; }

    /// <summary>Whether the moment of the last change is kept.</summary>
    public bool HasChangedAt { get; init; }

    /// <summary>A condition on <c>t</c> that a missing entry must meet to be removed.</summary>
    public string? RemovedOnlyIf { get; init; }

    /// <summary>Statements that remove what cannot be without a removed entry.</summary>
    public IReadOnlyList<string> Dependents { get; init; } = [];

    /// <summary>Columns that an import sets once, when the entry is new, and then leaves alone, with their values in SQL.</summary>
    public IReadOnlyList<(string Name, string Value)> SetOnce { get; init; } = [];
}
