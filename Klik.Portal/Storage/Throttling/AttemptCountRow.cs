namespace Klik.Portal.Storage.Throttling;

/// <summary>A row of <c>attempt_counts</c>: how often codes (rule P4) and accounts at the school were tried.</summary>
internal sealed class AttemptCountRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    /// <summary>An <see cref="ParentAccess.Core.Throttling.AttemptKey"/>: accounts, addresses and networks are in it as keyed hashes.</summary>
    public required string CountedBy { get; init; }

    public int Attempts { get; init; }

    /// <summary>When counting starts anew.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public required DateTimeOffset LatestAt { get; init; }
}
