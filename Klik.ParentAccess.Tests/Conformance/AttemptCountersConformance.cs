using Klik.ParentAccess.Core.Throttling;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>What every host's counts of attempts must do.</summary>
[Trait("Rule", "P4")]
public abstract class AttemptCountersConformance(IStoreHost host) : StoreConformance(host)
{
    protected static readonly AttemptKey Account = new("account:one", TimeSpan.FromDays(1));
    protected static readonly AttemptKey Network = new("network:one", TimeSpan.FromMinutes(10));
    protected static readonly AttemptKey Whole = new("school", TimeSpan.FromHours(1));

    [Fact]
    public async Task Attempts_are_counted_by_every_key()
    {
        Assert.True(await TryAddAsync(0, Now));
        Assert.True(await TryAddAsync(1, Now.AddSeconds(5)));

        var counts = await ReadAsync(Now.AddSeconds(6), Network, new AttemptKey("network:other", Network.Window), Account);

        Assert.Equal([2, 0, 2], counts.Select(count => count.Attempts));
        Assert.Equal([Now.AddSeconds(5), null, Now.AddSeconds(5)], counts.Select(count => count.Latest));
        Assert.Equal([Network.Value, "network:other", Account.Value], counts.Select(count => count.Key.Value));
    }

    [Fact]
    public async Task Who_decided_on_an_old_count_changes_nothing()
    {
        Assert.True(await TryAddAsync(0, Now));

        Assert.False(await TryAddAsync(0, Now));
        Assert.False(await TryAddAsync(2, Now));

        Assert.Equal([1, 1, 1], (await ReadAsync(Now, Account, Network, Whole)).Select(count => count.Attempts));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task One_of_a_hundred_callers_adds_to_the_count_that_all_have_read()
    {
        for (var attempts = 0; attempts < 2; attempts++)
        {
            var read = (await ReadAsync(Now, Account))[0];

            var added = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => TryAddAsync(read, Now), Cancel)));

            Assert.Single(added, won => won);
        }

        Assert.Equal([2, 2], (await ReadAsync(Now, Account, Whole)).Select(count => count.Attempts));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_hundred_accounts_at_once_are_all_counted_for_the_school()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 100).Select(caller => Task.Run(
            () => TryAddAsync(new AttemptCount(new AttemptKey($"account:{caller}", Account.Window), 0, null), Now), Cancel)));

        Assert.DoesNotContain(false, added);
        Assert.Equal(100, (await ReadAsync(Now, Whole))[0].Attempts);
    }

    [Fact]
    public async Task After_its_window_a_count_begins_anew()
    {
        await TryAddAsync(0, Now);
        await TryAddAsync(1, Now.AddMinutes(9));

        Assert.Equal(2, (await ReadAsync(Now.AddMinutes(10).AddTicks(-10), Network))[0].Attempts);
        Assert.Equal(new AttemptCount(Network, 0, null), (await ReadAsync(Now.AddMinutes(10), Network))[0]);
        await TryAddAsync(2, Now.AddMinutes(10));
        Assert.Equal([3, 1, 3], (await ReadAsync(Now.AddMinutes(19), Account, Network, Whole)).Select(count => count.Attempts));

        var day = Now.AddDays(1);
        Assert.True(await TryAddAsync(new AttemptCount(Account, 0, null), day));
        Assert.Equal([1, 1, 1], (await ReadAsync(day, Account, Network, Whole)).Select(count => count.Attempts));
    }

    [Fact]
    public async Task One_is_taken_off_some_counts_and_another_forgotten()
    {
        await TryAddAsync(0, Now);
        await TryAddAsync(1, Now);

        await TakeBackAsync([new AttemptCount(Network, 1, Now), new AttemptCount(new AttemptKey("network:other", Network.Window), 0, null)], Now, Account);

        Assert.Equal([0, 1, 2], (await ReadAsync(Now, Account, Network, Whole)).Select(count => count.Attempts));
        Assert.True(await TryAddAsync(0, Now));
    }

    [Fact]
    public async Task One_that_was_counted_is_among_those_taken_back_and_forgotten()
    {
        await TryAddAsync(0, Now);
        await TryAddAsync(1, Now);

        await TakeBackAsync([new AttemptCount(Account, 1, Now), new AttemptCount(Network, 1, Now)], Now, Account);

        Assert.Equal([0, 1, 2], (await ReadAsync(Now, Account, Network, Whole)).Select(count => count.Attempts));
    }

    [Fact]
    public async Task After_an_attempt_is_taken_back_the_latest_is_that_of_before()
    {
        await TryAddAsync(0, Now);
        await TryAddAsync(1, Now.AddSeconds(40));

        await TakeBackAsync([new AttemptCount(Account, 1, Now)], Now.AddSeconds(40), null);

        Assert.Equal(new AttemptCount(Account, 1, Now), (await ReadAsync(Now.AddSeconds(41), Account))[0]);
    }

    [Fact]
    public async Task After_an_attempt_is_taken_back_a_later_one_is_still_the_latest()
    {
        await TryAddAsync(0, Now);
        await TryAddAsync(1, Now.AddSeconds(40));
        await TryAddAsync(2, Now.AddSeconds(50));

        await TakeBackAsync([new AttemptCount(Account, 1, Now)], Now.AddSeconds(40), null);

        Assert.Equal(new AttemptCount(Account, 2, Now.AddSeconds(50)), (await ReadAsync(Now.AddSeconds(51), Account))[0]);
    }

    [Fact]
    public async Task A_count_is_forgotten_by_itself()
    {
        await TryAddAsync(0, Now);

        await UseAsync(async counters =>
        {
            await counters.ForgetAsync(Account, Cancel);
            await counters.ForgetAsync(new AttemptKey("account:other", Account.Window), Cancel);
            return true;
        });

        Assert.Equal([0, 1, 1], (await ReadAsync(Now, Account, Network, Whole)).Select(count => count.Attempts));
    }

    [Fact]
    public async Task Taking_back_never_goes_below_none()
    {
        await TryAddAsync(0, Now);
        for (var times = 0; times < 3; times++)
        {
            await TakeBackAsync([new AttemptCount(Network, 0, null), new AttemptCount(Account, 0, null)], Now, null);
        }

        await TryAddAsync(0, Now);

        Assert.Equal([1, 1], (await ReadAsync(Now, Network, Account)).Select(count => count.Attempts));
    }

    [Fact, Trait("Rule", "I13")]
    public async Task Old_counts_are_removed()
    {
        await TryAddAsync(new AttemptCount(new AttemptKey("account:old", Account.Window), 0, null), Now.AddTicks(-10), []);
        await TryAddAsync(new AttemptCount(Account, 0, null), Now, []);

        await UseAsync(async counters =>
        {
            await counters.RemoveAsync(Now, Cancel);
            return true;
        });

        Assert.Equal([0, 1], (await ReadAsync(Now, new AttemptKey("account:old", Account.Window), Account)).Select(count => count.Attempts));
    }

    [Fact]
    public async Task Counts_hold_in_another_scope_and_not_in_another_school()
    {
        await TryAddAsync(0, Now);
        var other = await NewSchoolAsync();

        await using var scope = Host.BeginScope(other);
        var counts = await scope.ServiceProvider.GetRequiredService<IAttemptCounters>().ReadAsync([Account, Whole], Now, Cancel);

        Assert.Equal([0, 0], counts.Select(count => count.Attempts));
        Assert.Equal(1, (await ReadAsync(Now, Account))[0].Attempts);
    }

    protected async Task<bool> TryAddAsync(int read, DateTimeOffset now) =>
        await TryAddAsync(new AttemptCount(Account, read, read == 0 ? null : (await ReadAsync(now, Account))[0].Latest), now);

    private Task<bool> TryAddAsync(AttemptCount read, DateTimeOffset now) => TryAddAsync(read, now, [Network, Whole]);

    private Task<bool> TryAddAsync(AttemptCount read, DateTimeOffset now, IReadOnlyList<AttemptKey> others) =>
        UseAsync(counters => counters.TryAddAsync(read, others, now, Cancel));

    private async Task TakeBackAsync(IReadOnlyList<AttemptCount> before, DateTimeOffset at, AttemptKey? forgotten)
    {
        await using var scope = Host.BeginScope(School);
        await scope.ServiceProvider.GetRequiredService<IAttemptCounters>().TakeBackAsync(new CountedAttempt(before, at), forgotten, Cancel);
    }

    protected Task<IReadOnlyList<AttemptCount>> ReadAsync(DateTimeOffset now, params AttemptKey[] keys) => UseAsync(counters => counters.ReadAsync(keys, now, Cancel));

    private async Task<T> UseAsync<T>(Func<IAttemptCounters, Task<T>> use)
    {
        await using var scope = Host.BeginScope(School);
        return await use(scope.ServiceProvider.GetRequiredService<IAttemptCounters>());
    }
}
