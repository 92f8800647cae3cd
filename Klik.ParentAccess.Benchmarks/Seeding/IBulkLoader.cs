namespace Klik.ParentAccess.Benchmarks.Seeding;

/// <summary>Fills tables as fast as a database allows, past every rule: for making data, and as the limit of an import.</summary>
internal interface IBulkLoader
{
    /// <summary>Adds rows to a table.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="columns">Its columns that are filled.</param>
    /// <param name="rows">The values of each row, in the order of the columns: string, byte, short, int, long, bool, DateOnly, decimal, Guid or null.</param>
    Task LoadAsync(string table, IReadOnlyList<BulkColumn> columns, IEnumerable<object?[]> rows);
}
