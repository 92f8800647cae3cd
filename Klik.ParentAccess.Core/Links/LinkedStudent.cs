using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Links;

/// <summary>A student whom a parent sees.</summary>
/// <param name="LinkId">The link.</param>
/// <param name="StudentId">The student.</param>
/// <param name="GivenName">What the student is called.</param>
/// <param name="DisplayName">The whole name.</param>
/// <param name="ClassTitle">The student's own class, if known.</param>
/// <param name="IsActive">Whether the student is active (rule I7).</param>
/// <param name="Since">Since when the parent sees the student.</param>
/// <param name="LastVisit">The latest look at any part before the visit that is going on; null on the first visit.</param>
public sealed record LinkedStudent(
    Guid LinkId,
    StudentId StudentId,
    string GivenName,
    string DisplayName,
    string? ClassTitle,
    bool IsActive,
    DateTimeOffset Since,
    DateTimeOffset? LastVisit)
{
    /// <summary>Whether something changed after the last visit; on the first visit nothing counts as new.</summary>
    /// <param name="changedAt">When it changed; null when it never did.</param>
    public bool IsNew(DateTimeOffset? changedAt) => LastVisit is { } visit && changedAt > visit;

    /// <summary>The students as a parent sees them: by given name (rule I6). Sorted here, because databases sort letters with
    /// accents each in its own way.</summary>
    public static IReadOnlyList<LinkedStudent> Sorted(IEnumerable<LinkedStudent> students) =>
    [
        .. students
            .OrderBy(student => student.GivenName, StringComparer.InvariantCultureIgnoreCase)
            .ThenBy(student => student.StudentId.Value, StringComparer.Ordinal),
    ];
}
