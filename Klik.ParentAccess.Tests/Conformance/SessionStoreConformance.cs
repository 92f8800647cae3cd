using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>What a host that keeps sessions itself promises.</summary>
public abstract class SessionStoreConformance(IStoreHost host) : StoreConformance(host)
{
    [Fact]
    public async Task A_session_holds_until_it_is_ended_and_ending_it_twice_does_no_harm()
    {
        var (session, other) = (await BegunAsync("jan"), await BegunAsync("jan"));

        await CommitAsync(work => work.Sessions.EndAsync(session.Hash, Cancel));
        await CommitAsync(work => work.Sessions.EndAsync(session.Hash, Cancel));

        Assert.False(await HoldsAsync(session));
        Assert.True(await HoldsAsync(other));
        Assert.False(await CommitAsync(work => work.Sessions.TryProlongAsync(session.Hash, Now.AddDays(1), Cancel)));
    }

    [Fact]
    public async Task The_sessions_of_an_account_end_but_for_the_one_that_is_kept()
    {
        var (kept, ended) = (await BegunAsync("jan"), await BegunAsync("jan"));
        var (other, student) = (await BegunAsync("els"), await BegunAsync(accountId: null));

        await CommitAsync(work => work.Sessions.EndOfAccountAsync("jan", kept.Hash, Cancel));

        Assert.Equal((true, false, true, true), (await HoldsAsync(kept), await HoldsAsync(ended), await HoldsAsync(other), await HoldsAsync(student)));
        await CommitAsync(work => work.Sessions.EndOfAccountAsync("jan", kept: null, Cancel));
        Assert.False(await HoldsAsync(kept));
    }

    [Fact]
    public async Task An_account_has_the_sessions_that_have_not_run_out_the_latest_first()
    {
        var first = await BegunAsync("jan", Now.AddHours(-20), Now.AddHours(1));
        var second = await BegunAsync("jan", Now.AddHours(-1), Now.AddHours(1));
        await BegunAsync("jan", Now.AddHours(-13), Now.AddHours(-1));
        await BegunAsync("els");

        Assert.Equal([second, first], await OfAccountAsync("jan", Now));
        await CommitAsync(work => work.Sessions.TryProlongAsync(first.Hash, Now.AddHours(3), Cancel));
        Assert.Equal([first with { EndsAt = Now.AddHours(3) }], await OfAccountAsync("jan", Now.AddHours(2)));
    }

    [Fact, Trait("Rule", "I13")]
    public async Task What_has_run_out_goes()
    {
        var over = await BegunAsync("jan", endsAt: Now.AddTicks(-1));
        var open = await BegunAsync("jan", endsAt: Now);

        Assert.Equal(1, await CommitAsync(work => work.Sessions.RemoveEndedAsync(Now, Cancel)));

        Assert.Equal((false, true), (await HoldsAsync(over), await HoldsAsync(open)));
    }

    [Fact]
    public async Task A_session_of_one_school_is_none_at_another()
    {
        var session = await BegunAsync("jan");
        var other = await NewSchoolAsync();

        await CommitAsync(work => work.Sessions.EndAsync(session.Hash, Cancel), other);
        await CommitAsync(work => work.Sessions.EndOfAccountAsync("jan", kept: null, Cancel), other);

        Assert.Equal((true, false), (await HoldsAsync(session), await HoldsAsync(session, other)));
        Assert.Empty(await OfAccountAsync("jan", Now, other));
    }

    [Fact]
    public async Task Where_the_links_are_asked_an_ended_session_sees_nobody()
    {
        var (account, other) = (await NewAccountAsync("jan"), await NewAccountAsync("els", "Els"));
        await LinkAsync(account, Emma);
        await LinkAsync(other, Emma);
        var session = await BegunAsync(account.Id);

        Assert.Equal((1, false), await SeenAsync(account.Id, session, asks: true));
        Assert.Equal((0, true), await SeenAsync(other.Id, session, asks: true));
        await CommitAsync(work => work.Sessions.EndAsync(session.Hash, Cancel));
        Assert.Equal((0, true), await SeenAsync(account.Id, session, asks: true));

        // Whoever is just signing in comes with the cookie of the session that has ended.
        Assert.Equal((1, false), await SeenAsync(account.Id, session, asks: false));
    }

    private async Task<(int Students, bool HasEnded)> SeenAsync(string accountId, Session session, bool asks)
    {
        await using var scope = Host.BeginScope(School);
        var present = scope.ServiceProvider.GetRequiredService<PresentSession>();
        present.Set(session.Hash);
        if (asks)
        {
            present.AskWithLinks();
        }

        var students = await scope.ServiceProvider.GetRequiredService<IParentAccessStore>().StudentsOfParentAsync(accountId, Now, Cancel);
        return (students.Count, present.HasEnded);
    }

    private async Task<Session> BegunAsync(string? accountId, DateTimeOffset? beganAt = null, DateTimeOffset? endsAt = null)
    {
        var session = new Session(new SessionHash(NewId().ToString("N").PadRight(43, '_')), accountId, beganAt ?? Now, endsAt ?? Now.AddHours(12));
        await CommitAsync(work => work.Sessions.AddAsync(session, Cancel));
        return session;
    }

    private async Task<bool> HoldsAsync(Session session, School? school = null)
    {
        await using var scope = Host.BeginScope(school ?? School);
        return await scope.ServiceProvider.GetRequiredService<ISessions>().HoldsAsync(session.Hash, Cancel);
    }

    private async Task<IReadOnlyList<Session>> OfAccountAsync(string accountId, DateTimeOffset now, School? school = null)
    {
        await using var scope = Host.BeginScope(school ?? School);
        return await scope.ServiceProvider.GetRequiredService<ISessions>().OfAccountAsync(accountId, now, Cancel);
    }
}
