namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>What a result is for, with the titles that it is shown with.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Title">What the result is for.</param>
/// <param name="ClassId">The class that it was set for.</param>
/// <param name="Subject">The subject, or the course or class where none is named.</param>
public sealed record LineItemRow(string Id, string Title, string ClassId, string Subject) : IImportRow
{
    /// <summary>The category of work, if named.</summary>
    public string? CategoryId { get; init; }

    /// <summary>The category's title, if known.</summary>
    public string? Category { get; init; }

    /// <summary>The grading period, if named.</summary>
    public string? PeriodId { get; init; }

    /// <summary>The period's title, if known.</summary>
    public string? Period { get; init; }

    /// <summary>The day that it was due or set.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The lowest possible score, if given.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The highest possible score, if given.</summary>
    public decimal? Maximum { get; init; }
}
