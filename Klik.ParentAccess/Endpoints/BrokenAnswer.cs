using Klik.ParentAccess.Core.OneRoster;

namespace Klik.ParentAccess.Endpoints;

/// <summary>Why nothing was imported.</summary>
/// <param name="Reason">Why.</param>
/// <param name="File">The file that is wrong, if it is one.</param>
/// <param name="Column">The column that is wrong, if it is one.</param>
internal sealed record BrokenAnswer(BrokenReason Reason, string? File, string? Column);
