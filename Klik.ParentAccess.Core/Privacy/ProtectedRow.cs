namespace Klik.ParentAccess.Core.Privacy;

/// <summary>The protected texts of one row.</summary>
/// <param name="Id">The row's id, as text.</param>
/// <param name="Name">Null where the table has none.</param>
/// <param name="Address">Null where the table has none, or the row.</param>
public sealed record ProtectedRow(string Id, ProtectedText? Name, ProtectedText? Address);
