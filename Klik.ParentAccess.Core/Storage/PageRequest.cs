namespace Klik.ParentAccess.Core.Storage;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Number">From 1; lower numbers mean 1.</param>
/// <param name="Size">Items a page, 1 to 200.</param>
/// <param name="Search">Part of a name to search for, or null for all.</param>
public sealed record PageRequest(int Number = 1, int Size = 50, string? Search = null)
{
    /// <summary>How many items come before the page.</summary>
    public int Skip => (Math.Clamp(Number, 1, 1_000_000) - 1) * Take;

    /// <summary>How many items are on the page at most.</summary>
    public int Take => Math.Clamp(Size, 1, 200);
}
