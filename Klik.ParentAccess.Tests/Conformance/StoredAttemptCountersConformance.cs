using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Throttling;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>What counts of attempts must do that are in the database of the store.</summary>
public abstract class StoredAttemptCountersConformance(IStoreHost host) : AttemptCountersConformance(host)
{
    [Fact, Trait("Rule", "P7")]
    public async Task What_is_taken_back_in_a_unit_of_work_happens_with_it()
    {
        await TryAddAsync(0, Now);

        await InWorkAsync(counters => counters.TakeBackAsync(new CountedAttempt([new AttemptCount(Network, 0, null)], Now), Account, Cancel), commits: false);
        var givenUp = await ReadAsync(Now, Account, Network, Whole);
        await InWorkAsync(counters => counters.TakeBackAsync(new CountedAttempt([new AttemptCount(Network, 0, null)], Now), Account, Cancel), commits: true);
        var committed = await ReadAsync(Now, Account, Network, Whole);

        Assert.Equal([1, 1, 1], givenUp.Select(count => count.Attempts));
        Assert.Equal([0, 0, 1], committed.Select(count => count.Attempts));
    }

    [Fact, Trait("Rule", "P4")]
    public async Task None_is_counted_in_a_unit_of_work_that_may_be_given_up()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => InWorkAsync(
            counters => counters.TryAddAsync(new AttemptCount(Account, 0, null), [Network, Whole], Now, Cancel), commits: true));

        Assert.All(await ReadAsync(Now, Account, Network, Whole), count => Assert.Equal(0, count.Attempts));
    }

    private async Task InWorkAsync(Func<IAttemptCounters, Task> use, bool commits)
    {
        await using var scope = Host.BeginScope(School);
        await using var work = await scope.ServiceProvider.GetRequiredService<IParentAccessStore>().BeginAsync(Cancel);
        await use(scope.ServiceProvider.GetRequiredService<IAttemptCounters>());
        if (commits)
        {
            await work.CommitAsync(Cancel);
        }
    }
}
