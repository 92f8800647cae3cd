using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Web.Administration.Import;

/// <summary>The school's latest import as its administrator sees it: counts, and never a value from a file.</summary>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="Progress">How far it is, where that is known.</param>
/// <param name="Result">How it ended; null while it runs, and where the host itself broke it off.</param>
public sealed record LatestImport(DateTimeOffset? EndedAt, ImportProgress? Progress, ImportResult? Result)
{
    /// <summary>Whether it is still going on.</summary>
    public bool IsRunning => EndedAt is null;

    /// <summary>What was imported, where it was.</summary>
    public ImportResult.Imported? Imported => Result as ImportResult.Imported;

    /// <summary>Why the file could not be imported, where it could not.</summary>
    public ImportResult.Broken? Broken => Result as ImportResult.Broken;
}
