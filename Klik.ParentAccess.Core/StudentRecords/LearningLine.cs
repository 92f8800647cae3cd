namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>A learning line with the student's progress on its activities.</summary>
/// <param name="Id">The identifier in the school's system.</param>
/// <param name="Title">The line's title.</param>
/// <param name="Subject">The subject it belongs to, if known.</param>
/// <param name="Activities">In the line's order.</param>
public sealed record LearningLine(string Id, string Title, string? Subject, IReadOnlyList<Activity> Activities)
{
    /// <summary>How far the line is: done activities as a percentage of all, rounded down, 0 to 100.</summary>
    public int Percent => Activities.Count == 0 ? 0 : Activities.Count(activity => activity.State == ActivityState.Done) * 100 / Activities.Count;
}
