namespace Klik.ParentAccess.Core.Students;

/// <summary>A student as user management shows one; nothing about parents is in it (rule I9).</summary>
/// <param name="Id">The identifier.</param>
/// <param name="DisplayName">The whole name.</param>
/// <param name="ClassTitle">The student's own class, if known.</param>
/// <param name="IsActive">Whether the student can sign in.</param>
/// <param name="IsActiveInSource">Whether the student is active in the school's own system; where not, the administrator cannot
/// make the student active here.</param>
public sealed record StudentListItem(StudentId Id, string DisplayName, string? ClassTitle, bool IsActive, bool IsActiveInSource);
