namespace Klik.ParentAccess.Core.Sessions;

/// <summary>Where a parent is signed in.</summary>
public sealed class SessionsOfParent(ISessions sessions, PresentSession present, TimeProvider time)
{
    /// <summary>Lists the sessions.</summary>
    /// <returns>The present one first, then the latest; none where the host does not keep sessions itself.</returns>
    public async Task<IReadOnlyList<OpenSession>> ExecuteAsync(string accountId, CancellationToken cancellationToken) =>
    [
        .. (await sessions.OfAccountAsync(accountId, time.GetUtcNow(), cancellationToken))
            .Select(session => new OpenSession(session.BeganAt, session.Hash == present.Hash))
            .OrderByDescending(session => session.IsPresent),
    ];
}
