namespace Klik.ParentAccess.Core.Sessions;

/// <summary>The present school's sessions within a unit of work, where the host keeps them itself.</summary>
public interface ISessionStore
{
    /// <summary>Adds a session that begins.</summary>
    Task AddAsync(Session session, CancellationToken cancellationToken);

    /// <summary>Lets a session last longer.</summary>
    /// <returns>False when it has ended.</returns>
    Task<bool> TryProlongAsync(SessionHash hash, DateTimeOffset endsAt, CancellationToken cancellationToken);

    /// <summary>Ends a session. Doing so twice does no harm.</summary>
    Task EndAsync(SessionHash hash, CancellationToken cancellationToken);

    /// <summary>Ends the sessions of a parent's account.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="kept">The one that goes on, if any.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task EndOfAccountAsync(string accountId, SessionHash? kept, CancellationToken cancellationToken);

    /// <summary>Removes the sessions that ended by themselves before a moment.</summary>
    /// <returns>How many.</returns>
    Task<int> RemoveEndedAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
