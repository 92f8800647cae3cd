using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>Asks for one student's summary.</summary>
/// <param name="StudentId">The student.</param>
/// <param name="Since">Changes after this moment count as new; null: nothing counts as new (a first visit).</param>
public sealed record SummaryRequest(StudentId StudentId, DateTimeOffset? Since);
