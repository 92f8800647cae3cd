using Klik.ParentAccess.Core.Links;

namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>One child in the parent's overview.</summary>
/// <param name="Student">The student.</param>
/// <param name="Summary">What is new and how it goes.</param>
public sealed record StudentCard(LinkedStudent Student, StudentSummary Summary);
