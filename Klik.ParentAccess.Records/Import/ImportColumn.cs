namespace Klik.ParentAccess.Records.Import;

/// <summary>A column that an import fills.</summary>
/// <param name="Name">Its name, the same in the stored table.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Value">Its value for a row: a string, int, bool, DateOnly or decimal, or null.</param>
internal sealed record ImportColumn<TRow>(string Name, ImportColumnType Type, Func<TRow, object?> Value);
