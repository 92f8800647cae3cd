namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>An entry as it is stored.</summary>
public interface IImportRow
{
    /// <summary>The identifier in the school's system.</summary>
    string Id { get; }
}
