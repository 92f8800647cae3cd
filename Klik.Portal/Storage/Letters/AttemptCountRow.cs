namespace Klik.Portal.Storage.Letters;

/// <summary>A row of <c>attempt_counts</c>: how often codes were tried by an account, from a network or in the school (rule P4).</summary>
internal sealed class AttemptCountRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    /// <summary>An <see cref="ParentAccess.Core.Letters.Throttling.AttemptKey"/>: accounts and networks are in it as keyed hashes.</summary>
    public required string CountedBy { get; init; }

    public int Attempts { get; init; }

    /// <summary>When counting starts anew.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public required DateTimeOffset LatestAt { get; init; }
}
