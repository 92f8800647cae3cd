using Klik.Portal.Storage;

namespace Klik.Portal.StudentRecords;

/// <summary>A row of <c>line_items</c>: what results are for, with the titles that they are shown with.</summary>
internal sealed class StoredLineItem : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string ClassId { get; init; }

    public required string Subject { get; init; }

    public string? CategoryId { get; init; }

    public string? Category { get; init; }

    public string? PeriodId { get; init; }

    public string? Period { get; init; }

    public DateOnly? Date { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }
}
