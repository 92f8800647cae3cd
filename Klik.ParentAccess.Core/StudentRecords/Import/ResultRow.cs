namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>A result of one student.</summary>
/// <param name="StudentId">The student.</param>
/// <param name="Id">The identifier.</param>
/// <param name="LineItemId">What it is for.</param>
/// <param name="Date">The day of the result.</param>
public sealed record ResultRow(string StudentId, string Id, string LineItemId, DateOnly Date) : IStudentImportRow
{
    /// <summary>The result as a number, if it is one; at most four decimals.</summary>
    public decimal? Score { get; init; }

    /// <summary>The result in words or letters, if it has any.</summary>
    public string? Text { get; init; }

    /// <summary>The teacher's remark, if any.</summary>
    public string? Comment { get; init; }
}
