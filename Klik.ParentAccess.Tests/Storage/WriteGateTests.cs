using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Tests.Storage;

public sealed class WriteGateTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_enters_at_a_time_and_the_next_when_that_one_leaves()
    {
        using var gate = new WriteGate(isOneAtATime: true);
        var first = await gate.TryEnterAsync(Cancel);
        var second = gate.TryEnterAsync(Cancel);
        var waited = !second.IsCompleted;

        gate.Leave();

        Assert.True(first);
        Assert.True(waited);
        Assert.True(await second);
    }

    [Fact]
    public async Task Those_who_wait_for_one_whom_the_database_let_not_in_are_turned_away_and_later_ones_are_not()
    {
        using var gate = new WriteGate(isOneAtATime: true);
        await gate.TryEnterAsync(Cancel);
        var waiting = Enumerable.Range(0, 3).Select(_ => gate.TryEnterAsync(Cancel)).ToList();

        gate.LeaveRefused();

        Assert.All(await Task.WhenAll(waiting), Assert.False);
        Assert.True(await gate.TryEnterAsync(Cancel));
    }

    [Fact]
    public async Task A_gate_for_many_is_always_open()
    {
        using var gate = new WriteGate(isOneAtATime: false);
        await gate.TryEnterAsync(Cancel);
        gate.LeaveRefused();

        Assert.True(await gate.TryEnterAsync(Cancel));
    }
}
