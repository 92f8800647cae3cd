using Klik.ParentAccess.Core.StudentRecords;

namespace Klik.ParentAccess.Web.Parents;

/// <summary>The course of a subject's results over time. Results on different scales cannot be drawn as one line, so it has those
/// on the scale that most of them are on.</summary>
/// <param name="Points">The results, the oldest first.</param>
/// <param name="Minimum">The lowest possible result, if known.</param>
/// <param name="Maximum">The highest possible result, if known.</param>
/// <param name="IsWhole">Whether every numbered result is in it.</param>
internal sealed record GradeCourse(IReadOnlyList<double> Points, decimal? Minimum, decimal? Maximum, bool IsWhole)
{
    /// <summary>The course of some results.</summary>
    public static GradeCourse Of(IEnumerable<Grade> grades)
    {
        var scales = grades
            .Where(grade => grade.Score is not null)
            .OrderBy(grade => grade.Date)
            .GroupBy(grade => (grade.Minimum, grade.Maximum))
            .ToList();
        return scales.MaxBy(scale => scale.Count()) is { } most
            ? new GradeCourse([.. most.Select(grade => (double)grade.Score!.Value)], most.Key.Minimum, most.Key.Maximum, scales.Count == 1)
            : new GradeCourse([], null, null, IsWhole: true);
    }
}
