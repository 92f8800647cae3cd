namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>A step towards a personal goal.</summary>
/// <param name="Title">The step.</param>
/// <param name="State">How far it is.</param>
public sealed record GoalStep(string Title, ActivityState State);
