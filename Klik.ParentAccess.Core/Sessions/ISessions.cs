namespace Klik.ParentAccess.Core.Sessions;

/// <summary>Looks at the present school's sessions. A host whose sessions are kept by somebody else leaves it out: then none is listed,
/// and whether one holds is the other's to say.</summary>
public interface ISessions
{
    /// <summary>Whether a session has not been ended.</summary>
    Task<bool> HoldsAsync(SessionHash hash, CancellationToken cancellationToken);

    /// <summary>The sessions of a parent's account that last until after a moment, the latest first.</summary>
    Task<IReadOnlyList<Session>> OfAccountAsync(string accountId, DateTimeOffset now, CancellationToken cancellationToken);
}
