using System.Net;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Module.Tests.Letters;
using Klik.ParentAccess.Tests.Failure;
using Klik.ParentAccess.Tests.Processes;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>
/// PostgreSQL is stopped and started under an Orchard site at work: on the pages of the module people are told to wait (503), the
/// site goes on by itself, and nothing is half done (rule P7).
/// </summary>
public sealed class StoppedPostgresSiteTests(StoppableHost host) : IClassFixture<StoppableHost>
{
    private readonly SiteSchool _school = new(host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "P7")]
    public async Task People_are_told_to_wait_and_what_was_accepted_is_there()
    {
        PostgresPrograms.SkipUnlessThere();
        var crowd = await Crowd.GatherAsync(new SiteLetterSchool(_school), 3, 60);
        using var onlooker = await _school.SignedInAsync(crowd.Students[0].Student);
        using var parent = await _school.NewParentAsync(onlooker, "Els", $"{SiteSchool.Unique("els")}@gmail.com");
        using var stop = new CancellationTokenSource();
        Task[] work = [.. crowd.Work(1, stop.Token), _school.MailAsync(stop.Token)];
        var statuses = new List<HttpStatusCode>();
        foreach (var how in (string[])["fast", "immediate"])
        {
            await crowd.UntilAnsweredAsync(15);
            await host.Server.StopAsync(how);
            await crowd.UntilTurnedAsync(5);
            statuses.Add(await host.ReadyAsync());
            await host.AssertToldToWaitAsync(onlooker, "/profile/parents", "nl", "Dit lukt nu even niet We kunnen nu niet bij onze gegevens.");
            // The language of the parent's account goes before the browser's.
            await host.AssertToldToWaitAsync(parent, "/parents", "en", "This does not work for a moment We cannot reach our records right now");
            await host.Server.StartAsync();
            await crowd.UntilAnsweredAsync(15);
            statuses.Add(await host.ReadyAsync());
        }

        await stop.CancelAsync();
        await Task.WhenAll(work).WaitAsync(TimeSpan.FromSeconds(90), Cancel);
        await crowd.AssertOnlyUnavailableAsync();

        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], statuses);
        Assert.Contains(host.Log.Lines, line => line.Id.Id == 3003 && line.Text.StartsWith("The database is Unreachable (PostgreSQL ", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await parent.OpenAsync("/parents")).Status);
        // Els is the one without a letter.
        await _school.AssertStoredAsync(crowd, others: 1);
        await AssertMailedAsync(crowd);
    }

    private async Task AssertMailedAsync(Crowd crowd)
    {
        // By the site's own background task. What was taken for sending when the database went becomes due after five minutes.
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        await _school.UntilMailedAsync();
        var mailed = host.Mailed().Where(address => address.EndsWith("@example.nl", StringComparison.Ordinal)).ToList();
        Assert.Equal(crowd.Invited.Order(), mailed.Order());
    }
}
