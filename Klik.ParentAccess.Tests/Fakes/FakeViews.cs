using Klik.ParentAccess.Core.Views;

namespace Klik.ParentAccess.Tests.Fakes;

internal sealed class FakeViews(FakeUnitOfWork work) : IViewLog
{
    public Task AddAsync(IReadOnlyCollection<View> views, DateTimeOffset visitBegan, CancellationToken cancellationToken)
    {
        var wanted = views.Where(view =>
            work.State.Links.Values.Any(link => link.AccountId == view.AccountId && link.StudentId == view.StudentId)
            && !work.State.Views.Any(other =>
                (other.AccountId, other.StudentId, other.Part) == (view.AccountId, view.StudentId, view.Part) && other.At >= visitBegan));
        work.State = work.State with { Views = work.State.Views.AddRange(wanted) };
        return Task.CompletedTask;
    }

    public Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var count = work.State.Views.Count;
        work.State = work.State with { Views = work.State.Views.RemoveAll(view => view.At < before) };
        return Task.FromResult(count - work.State.Views.Count);
    }

    public Task RemoveOfAccountAsync(string accountId, CancellationToken cancellationToken)
    {
        work.State = work.State with { Views = work.State.Views.RemoveAll(view => view.AccountId == accountId) };
        return Task.CompletedTask;
    }
}
