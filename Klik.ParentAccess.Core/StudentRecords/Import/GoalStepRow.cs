namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>A step towards a goal.</summary>
/// <param name="StudentId">The student.</param>
/// <param name="Id">The identifier.</param>
/// <param name="GoalId">The goal, of the same student.</param>
/// <param name="Title">The step.</param>
/// <param name="State">How far it is.</param>
/// <param name="Order">Its place among the goal's steps.</param>
public sealed record GoalStepRow(string StudentId, string Id, string GoalId, string Title, ActivityState State, int Order) : IStudentImportRow;
