namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>The report of a talk (rule I15).</summary>
/// <param name="Id">The identifier in the school's system.</param>
/// <param name="Title">What it was about.</param>
/// <param name="Date">The day of the talk.</param>
/// <param name="Participants">Who took part, as the report names them.</param>
/// <param name="Report">What was said, if reported.</param>
/// <param name="Agreements">What was agreed, one an item.</param>
/// <param name="ChangedAt">When it became known here or last changed.</param>
public sealed record Conversation(string Id, string Title, DateOnly Date, string? Participants, string? Report, IReadOnlyList<string> Agreements, DateTimeOffset ChangedAt);
