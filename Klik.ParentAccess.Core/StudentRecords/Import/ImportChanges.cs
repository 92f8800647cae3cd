namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>Makes the entries of a batch.</summary>
internal static class ImportChanges
{
    public static ImportChange<TRow> Put<TRow>(TRow row)
        where TRow : class, IImportRow => new(ImportAction.Put, (row as IStudentImportRow)?.StudentId, row.Id, row);

    public static ImportChange<TRow> Delete<TRow>(string id, string? studentId = null)
        where TRow : class, IImportRow => new(ImportAction.Delete, studentId, id, null);

    public static ImportChange<TRow> Keep<TRow>(string id)
        where TRow : class, IImportRow => new(ImportAction.Keep, null, id, null);
}
