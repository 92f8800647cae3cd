using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Module.Tests.Letters;
using Klik.ParentAccess.Services.Storage;
using Klik.ParentAccess.Tests.Failure;
using Klik.ParentAccess.Tests.Mail;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>
/// An Orchard host that is killed (SIGKILL) again and again while students invite, parents use letters and mail leaves, and is
/// started again each time: what was answered with yes is there, every mail arrives, and nothing has happened twice (rule P7).
/// </summary>
public abstract class KilledSiteTests(KillableHost host)
{
    /// <summary>After how many requests more that were answered with yes the host is killed.</summary>
    private static readonly int[] Kills = [7, 0, 16];

    private readonly SiteSchool _school = new(host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "P7")]
    public async Task No_kill_loses_or_doubles_anything()
    {
        var crowd = await Crowd.GatherAsync(new SiteLetterSchool(_school), 3, 40, rest: TimeSpan.FromMilliseconds(200));
        await host.LeaveAsync();
        using var stop = new CancellationTokenSource();
        Task[] work = [.. crowd.Work(1, stop.Token)];
        foreach (var more in Kills)
        {
            await crowd.UntilAnsweredAsync(more);
            await host.KillAsync();
        }

        // The mail task runs every full minute.
        await crowd.UntilAnsweredAsync(5);
        host.Mail.HangsAt = SmtpStep.Content;
        await UntilMailHangsAsync();
        await host.KillAsync();
        host.Mail.HangsAt = null;
        await crowd.UntilAnsweredAsync(5);
        await stop.CancelAsync();
        await Task.WhenAll(work).WaitAsync(TimeSpan.FromSeconds(90), Cancel);
        await host.ReturnAsync();

        Assert.All(crowd.Students, student => Assert.Empty(student.Others));
        Assert.All(crowd.Linked, family => Assert.Empty(family.Others));
        Assert.True(crowd.Unanswered > 0);
        await _school.AssertStoredAsync(crowd);
        await AssertMailedAsync([.. crowd.Students.SelectMany(student => student.Accepted)]);
    }

    private async Task UntilMailHangsAsync()
    {
        for (var i = 0; i < 1200 && host.Mail.Hung == 0; i++)
        {
            await Task.Delay(100, Cancel);
        }

        Assert.True(host.Mail.Hung > 0, $"No mail leaves. {string.Join('\n', host.Output.TakeLast(20))}");
    }

    private async Task AssertMailedAsync(IReadOnlyList<string> accepted)
    {
        // What the killed processes had taken for themselves becomes due: as after five minutes, which a test does not wait.
        await _school.InSiteAsync(services => services.GetRequiredService<TenantTransactions>().JoinAsync(
            () =>
            {
                var database = services.GetRequiredService<TenantDatabase>();
                return database.ExecuteAsync($"UPDATE {database.Outbox} SET next_attempt_at = 0", Cancel);
            },
            Cancel));
        var waiting = -1;
        for (var i = 0; i < 200 && waiting != 0; i++)
        {
            await _school.InSiteAsync(services => services.GetRequiredService<SendOutbox>().ExecuteAsync(Cancel));
            await _school.InSiteAsync(async services =>
            {
                var database = services.GetRequiredService<TenantDatabase>();
                waiting = await database.CountAsync($"SELECT COUNT(*) FROM {database.Outbox}", Cancel);
            });
        }

        Assert.Equal(0, waiting);
        Assert.Equal(accepted.Select(address => $"RCPT TO:<{address}>").Order(), host.Mail.Mails.Select(mail => mail.To).Order());
    }
}
