using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Views;

/// <summary>An entry of the view log (rule P5): when, which account, which student, which part, and nothing else.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="At">When.</param>
/// <param name="AccountId">Which parent's account.</param>
/// <param name="StudentId">Which student.</param>
/// <param name="Part">Which part.</param>
public sealed record View(Guid Id, DateTimeOffset At, string AccountId, StudentId StudentId, StudentPart Part);
