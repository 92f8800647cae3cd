using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Tests.Fakes;

internal sealed class FakeLinks(FakeUnitOfWork work) : ILinkStore
{
    public Task<bool> TryAddAsync(Link link, CancellationToken cancellationToken)
    {
        var isFree = !work.State.Links.Values.Any(other => other.StudentId == link.StudentId && other.AccountId == link.AccountId);
        if (isFree)
        {
            work.State = work.State with { Links = work.State.Links.Add(link.Id, link) };
        }

        return Task.FromResult(isFree);
    }

    public Task<Link?> TryRemoveAsync(StudentId student, Guid linkId, CancellationToken cancellationToken)
    {
        if (!work.State.Links.TryGetValue(linkId, out var link) || link.StudentId != student)
        {
            return Task.FromResult<Link?>(null);
        }

        work.State = work.State with { Links = work.State.Links.Remove(linkId) };
        return Task.FromResult<Link?>(link);
    }

    public Task<IReadOnlyList<Guid>> RemoveOfAccountAsync(string accountId, CancellationToken cancellationToken)
    {
        var removed = work.State.Links.Values.Where(link => link.AccountId == accountId).Select(link => link.Id).ToList();
        work.State = work.State with { Links = work.State.Links.RemoveRange(removed) };
        return Task.FromResult<IReadOnlyList<Guid>>(removed);
    }

    public Task<int> CountOfAccountAsync(string accountId, CancellationToken cancellationToken) =>
        Task.FromResult(work.State.Links.Values.Count(link => link.AccountId == accountId));

    public Task<AddressUse> UseOfAddressAsync(StudentId student, IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken)
    {
        var accounts = work.State.Accounts.Values.Select(known => known.Account).Where(account => account.AddressHash is { } hash && hashes.Contains(hash));
        return Task.FromResult(AddressUses.Of(
            [.. accounts.Select(account => work.State.Links.Values.Any(link => link.StudentId == student && link.AccountId == account.Id))]));
    }
}
