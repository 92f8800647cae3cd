namespace Klik.Portal.Storage.OwnAccounts;

/// <summary>A row of <c>tries</c>: how often something was tried, by a keyed hash of what it was.</summary>
internal sealed class TryRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string Key { get; init; }

    public int Tries { get; init; }

    public DateTimeOffset? NextAt { get; init; }

    public required DateTimeOffset LastAt { get; init; }
}
