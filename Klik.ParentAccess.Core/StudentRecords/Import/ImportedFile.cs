namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>What became of one file. Rows are the file's; entries are what is stored.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Read">Rows that were read.</param>
/// <param name="Refused">Rows that were refused.</param>
/// <param name="Ignored">Rows that are good and of no use here, such as those of parents and staff.</param>
/// <param name="Entries">What storing did.</param>
public sealed record ImportedFile(string Name, long Read, long Refused, long Ignored, ImportCounts Entries);
