namespace Klik.ParentAccess.Core.Sessions;

/// <summary>For a host whose sessions are kept by somebody else.</summary>
internal sealed class NoSessions : ISessions, ISessionStore
{
    public static readonly NoSessions Instance = new();

    public Task<bool> HoldsAsync(SessionHash hash, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<IReadOnlyList<Session>> OfAccountAsync(string accountId, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Session>>([]);

    public Task AddAsync(Session session, CancellationToken cancellationToken) => throw new NotSupportedException("This host keeps no sessions.");

    public Task<bool> TryProlongAsync(SessionHash hash, DateTimeOffset endsAt, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task EndAsync(SessionHash hash, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task EndOfAccountAsync(string accountId, SessionHash? kept, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<int> RemoveEndedAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.FromResult(0);
}
