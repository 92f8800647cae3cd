using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>What the overview shows of one student.</summary>
/// <param name="StudentId">The student.</param>
/// <param name="LatestGrade">The newest result, if there is one.</param>
/// <param name="ProgressPercent">Done activities of all learning lines together as a percentage, or null without any activity.</param>
/// <param name="Changed">How many entries of each part changed since the time asked for; a part without changes is absent.</param>
public sealed record StudentSummary(StudentId StudentId, Grade? LatestGrade, int? ProgressPercent, IReadOnlyDictionary<StudentPart, int> Changed);
