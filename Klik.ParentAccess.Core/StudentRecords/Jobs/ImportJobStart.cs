namespace Klik.ParentAccess.Core.StudentRecords.Jobs;

/// <summary>Whether an upload became an import.</summary>
public abstract record ImportJobStart
{
    private ImportJobStart()
    {
    }

    /// <summary>It runs.</summary>
    /// <param name="Id">What it is found by.</param>
    public sealed record Started(Guid Id) : ImportJobStart;

    /// <summary>Another import of the school runs.</summary>
    public sealed record AnotherRuns : ImportJobStart;

    /// <summary>The file is longer than <see cref="ImportJobs.LongestUpload"/>.</summary>
    public sealed record TooLarge : ImportJobStart;
}
