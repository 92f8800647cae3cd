namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>How far one student is with one activity. A student has the learning lines of the activities that such a row names.</summary>
/// <param name="StudentId">The student.</param>
/// <param name="Id">The activity.</param>
/// <param name="State">How far.</param>
/// <param name="Date">The day of that state, if known.</param>
public sealed record ActivityProgressRow(string StudentId, string Id, ActivityState State, DateOnly? Date) : IStudentImportRow;
