namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>An activity on a learning line and how far the student is with it.</summary>
/// <param name="Id">The identifier in the school's system.</param>
/// <param name="Title">The activity's title.</param>
/// <param name="State">How far the student is.</param>
/// <param name="Date">The day of that state, if known.</param>
/// <param name="ChangedAt">When the state became known here or last changed; null when not started.</param>
public sealed record Activity(string Id, string Title, ActivityState State, DateOnly? Date, DateTimeOffset? ChangedAt);
