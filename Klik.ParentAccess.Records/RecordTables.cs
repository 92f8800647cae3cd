namespace Klik.ParentAccess.Records;

/// <summary>
/// What the tables are called in the host's database. Columns are the same in every host: identifiers and words are text that tells
/// capitals from small letters, moments are UTC ticks, enumerations are numbers; dates, numbers and booleans are what EF Core makes
/// them on SQLite and PostgreSQL.
/// </summary>
/// <param name="nameOf">The name of a table as it stands in a statement, quoted where it needs to be.</param>
public sealed class RecordTables(Func<RecordTable, string> nameOf)
{
    private readonly Dictionary<RecordTable, string> _names = Enum.GetValues<RecordTable>().ToDictionary(table => table, nameOf);

    /// <summary>
    /// A boolean column of the students' table that is true for students whom an import brought. Null in a host that has no others:
    /// an import leaves students of other origin alone.
    /// </summary>
    public string? ImportedColumn { get; init; }

    /// <summary>The name of a table.</summary>
    public string this[RecordTable table] => _names[table];
}
