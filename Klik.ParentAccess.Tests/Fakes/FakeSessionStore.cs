using Klik.ParentAccess.Core.Sessions;

namespace Klik.ParentAccess.Tests.Fakes;

internal sealed class FakeSessionStore(FakeUnitOfWork work) : ISessionStore
{
    public Task AddAsync(Session session, CancellationToken cancellationToken)
    {
        work.State = work.State with { Sessions = work.State.Sessions.Add(session) };
        return Task.CompletedTask;
    }

    public Task<bool> TryProlongAsync(SessionHash hash, DateTimeOffset endsAt, CancellationToken cancellationToken)
    {
        if (work.State.Sessions.Find(session => session.Hash == hash) is not { } found)
        {
            return Task.FromResult(false);
        }

        work.State = work.State with { Sessions = work.State.Sessions.Replace(found, found with { EndsAt = endsAt }) };
        return Task.FromResult(true);
    }

    public Task EndAsync(SessionHash hash, CancellationToken cancellationToken)
    {
        Remove(session => session.Hash == hash);
        return Task.CompletedTask;
    }

    public Task EndOfAccountAsync(string accountId, SessionHash? kept, CancellationToken cancellationToken)
    {
        Remove(session => session.AccountId == accountId && session.Hash != kept);
        return Task.CompletedTask;
    }

    public Task<int> RemoveEndedAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        Task.FromResult(Remove(session => session.EndsAt < before));

    private int Remove(Predicate<Session> ended)
    {
        var count = work.State.Sessions.Count;
        work.State = work.State with { Sessions = work.State.Sessions.RemoveAll(ended) };
        return count - work.State.Sessions.Count;
    }
}
