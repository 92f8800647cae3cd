namespace Klik.Portal.StudentRecords.Jobs;

/// <summary>Whether an upload became an import.</summary>
internal enum ImportJobStart
{
    /// <summary>It runs.</summary>
    Started,

    /// <summary>Another import of the school runs.</summary>
    AnotherRuns,

    /// <summary>The file is longer than <see cref="ImportJobs.LongestUpload"/>.</summary>
    TooLarge,
}
