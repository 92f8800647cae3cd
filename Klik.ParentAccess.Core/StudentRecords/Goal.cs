namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>A personal goal: what the student aims at.</summary>
/// <param name="Id">The identifier in the school's system.</param>
/// <param name="Title">The aim.</param>
/// <param name="Description">More about it, if any.</param>
/// <param name="State">How far it is.</param>
/// <param name="DueDate">By when, if agreed.</param>
/// <param name="Steps">In order.</param>
/// <param name="ChangedAt">When it or a step became known here or last changed.</param>
public sealed record Goal(string Id, string Title, string? Description, ActivityState State, DateOnly? DueDate, IReadOnlyList<GoalStep> Steps, DateTimeOffset ChangedAt);
