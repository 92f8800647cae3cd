namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>An entry that belongs to one student.</summary>
public interface IStudentImportRow : IImportRow
{
    /// <summary>The student's identifier.</summary>
    string StudentId { get; }
}
