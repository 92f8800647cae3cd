using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>What the overview shows of one student.</summary>
/// <param name="StudentId">The student.</param>
/// <param name="LatestGrade">The newest result, if there is one.</param>
/// <param name="ProgressPercent">Done activities of all learning lines together as a percentage, or null without any activity.</param>
/// <param name="Changed">How many entries of each part changed since the time asked for; a part without changes is absent.</param>
public sealed record StudentSummary(StudentId StudentId, Grade? LatestGrade, int? ProgressPercent, IReadOnlyDictionary<StudentPart, int> Changed)
{
    /// <summary>The summary of a student without any record.</summary>
    internal static StudentSummary Empty(StudentId student) => new(student, null, null, new Dictionary<StudentPart, int>());

    /// <summary>The summary without the part that the school does not show (rule I15).</summary>
    internal StudentSummary ShownAt(School school) =>
        school.ShowsConversations || !Changed.ContainsKey(StudentPart.Conversations)
            ? this
            : this with { Changed = Changed.Where(change => change.Key != StudentPart.Conversations).ToDictionary() };
}
