using Klik.ParentAccess.Core.Sessions;

namespace Klik.Portal.Storage.Sessions;

/// <summary>A row of <c>sessions</c>.</summary>
internal sealed class SessionRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string IdHash { get; init; }

    /// <summary>Null for a student or an administrator.</summary>
    public string? AccountId { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public static SessionRow From(string schoolId, Session session) => new()
    {
        SchoolId = schoolId,
        IdHash = session.Hash.Value,
        AccountId = session.AccountId,
        BeganAt = session.BeganAt,
        EndsAt = session.EndsAt,
    };

    public Session ToSession() => new(new SessionHash(IdHash), AccountId, BeganAt, EndsAt);
}
