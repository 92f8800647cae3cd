using Klik.ParentAccess.Core.StudentRecords;

namespace Klik.ParentAccess.Web.Parents;

/// <summary>The results of one subject.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Anchor">Where it stands on the page.</param>
/// <param name="Latest">The newest result.</param>
/// <param name="Course">The results over time.</param>
/// <param name="Periods">The results by period, the newest first; the title is null where it is not known.</param>
internal sealed record SubjectGrades(
    string Subject,
    string Anchor,
    Grade Latest,
    GradeCourse Course,
    IReadOnlyList<IGrouping<string?, Grade>> Periods)
{
    /// <summary>The subjects of a grade list, in its order.</summary>
    public static IReadOnlyList<SubjectGrades> Of(IReadOnlyList<Grade> grades) =>
        [.. grades.GroupBy(grade => grade.Subject).Select((subject, index) => Of(subject, $"subject-{index + 1}"))];

    private static SubjectGrades Of(IGrouping<string, Grade> subject, string anchor)
    {
        var newestFirst = subject.OrderByDescending(grade => grade.Date).ToList();
        return new SubjectGrades(subject.Key, anchor, newestFirst[0], GradeCourse.Of(subject), [.. newestFirst.GroupBy(grade => grade.Period)]);
    }
}
