namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>A row that was not taken.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line that the row begins on; the header is on line 1.</param>
/// <param name="Reason">Why.</param>
/// <param name="Column">The column that it is about, if it is about one.</param>
public sealed record Refusal(string File, long Line, RefusalReason Reason, string? Column = null);
