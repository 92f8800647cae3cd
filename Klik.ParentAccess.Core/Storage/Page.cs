namespace Klik.ParentAccess.Core.Storage;

/// <summary>One page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Number">Which page it is, from 1.</param>
/// <param name="Size">How many items a full page has.</param>
/// <param name="Total">How many items the whole list has.</param>
/// <typeparam name="T">What the list is of.</typeparam>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, int Total)
{
    /// <summary>How many pages there are, at least 1.</summary>
    public int Count => Math.Max(1, (Total + Size - 1) / Size);
}
