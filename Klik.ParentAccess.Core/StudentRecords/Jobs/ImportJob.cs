using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Core.StudentRecords.Jobs;

/// <summary>A school's latest uploaded import.</summary>
/// <param name="Id">Which one it is.</param>
/// <param name="State">How it stands.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended, if it has.</param>
public sealed record ImportJob(Guid Id, ImportJobState State, DateTimeOffset StartedAt, DateTimeOffset? EndedAt)
{
    /// <summary>How far it is, where this process runs it.</summary>
    public ImportProgress? Progress { get; init; }

    /// <summary>What came of it, when it is imported or broken.</summary>
    public ImportResult? Result { get; init; }
}
