namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>How far an import is.</summary>
/// <param name="File">The file that is being read.</param>
/// <param name="Rows">How many rows were read of all files.</param>
/// <param name="Percent">How much of all files was read, 0 to 100.</param>
public sealed record ImportProgress(string File, long Rows, int Percent);
