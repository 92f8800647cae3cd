using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>A letter as the administrator sees it: nothing of whether it was used, or by whom (rule I9).</summary>
/// <param name="StudentId">Whom it is for.</param>
/// <param name="DisplayName">The student's whole name.</param>
/// <param name="ClassTitle">The student's own class, if known.</param>
/// <param name="MadeAt">When the present issue was made.</param>
/// <param name="ExpiresAt">From then on the code does not work.</param>
public sealed record LetterListItem(StudentId StudentId, string DisplayName, string? ClassTitle, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt);
