using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Mail;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.Processes;
using Klik.ParentAccess.Tests.Storage;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Failure;

/// <summary>
/// A portal that is killed (SIGKILL) again and again while students invite, parents use letters and mail leaves, and is started
/// again each time: what was answered with yes is there, every mail arrives, and nothing has happened twice (rule P7).
/// </summary>
[Collection(ProcessGroup.Name)]
public sealed class KilledPortalTests : IAsyncDisposable
{
    private const int Students = 4;
    private const int Lines = 3;
    private const int Families = 120;

    /// <summary>After how many requests more that were answered with yes the portal is killed, and how far the next mail is then; null
    /// leaves that to chance. Of a mail that is killed at its end the server says that it has it.</summary>
    private static readonly (int More, SmtpStep? Mail)[] Kills =
        [(9, null), (0, SmtpStep.Recipient), (40, null), (2, SmtpStep.Content), (12, SmtpStep.Data), (20, null)];

    private readonly FakeSmtpServer _mail = new() { Thinks = TimeSpan.FromMilliseconds(15), KeepsAnyway = true };

    /// <summary>How many mails the server had taken at each kill.</summary>
    private readonly List<int> _taken = [];

    public async ValueTask DisposeAsync() => await _mail.DisposeAsync();

    [Fact]
    [Trait("Rule", "P7")]
    public Task On_SQLite_no_kill_loses_or_doubles_anything() => KillAsync(new Dictionary<string, string?>());

    [Fact]
    [Trait("Rule", "P7")]
    public async Task On_PostgreSQL_no_kill_loses_or_doubles_anything()
    {
        PostgresDatabase.SkipUnlessThere();
        await using var database = (await PostgresDatabase.CreateAsync())!;

        await KillAsync(StorageServices.SettingsOf(database));
    }

    private async Task KillAsync(IReadOnlyDictionary<string, string?> settings)
    {
        await using var installation = await PortalInstallation.StartAsync(new Dictionary<string, string?>(settings)
        {
            ["Mail:Host"] = _mail.Host,
            ["Mail:Port"] = $"{_mail.Port}",
            ["Mail:From"] = "Ouders <ouders@school.example>",
        });
        var portal = installation.Instances[0];
        var school = await installation.NewSchoolAsync();
        // Where one parent too many tries there are never so many that the portal asks for a challenge.
        var crowd = await Crowd.GatherAsync(new PortalLetterSchool(school), Students, Families, family => family % 12 == 0 ? Crowd.Seats + 1 : Crowd.Seats);
        using var stop = new CancellationTokenSource();
        var work = crowd.Work(Lines, stop.Token);
        foreach (var (more, step) in Kills)
        {
            await crowd.UntilAnsweredAsync(more);
            await KillAsync(portal, step);
            await portal.StartAsync();
        }

        await stop.CancelAsync();
        await Task.WhenAll(work).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await KillAsync(portal);
        await MakeDueAsync(school);
        await portal.StartAsync();
        await school.UntilNothingWaitsAsync();

        Assert.All(crowd.Students, student => Assert.Empty(student.Others));
        Assert.Contains(crowd.Students, student => student.Unanswered > 0);
        Assert.All(crowd.Linked, family => Assert.Empty(family.Others));
        await school.AssertInvitedAsync(crowd);
        await school.AssertLinkedAsync(crowd);
        AssertMailed(crowd);
    }

    private async Task KillAsync(PortalInstance portal, SmtpStep? step = null)
    {
        if (step is not null)
        {
            var before = _mail.Hung;
            _mail.HangsAt = step;
            await Crowd.UntilAsync(() => _mail.Hung, before + 1);
        }

        await portal.KillAsync();
        _mail.HangsAt = null;
        await Eventually.HoldsAsync(() => _mail.Talks == 0);
        _taken.Add(_mail.Mails.Count);
    }

    /// <summary>What the killed processes had taken for themselves becomes due: as after five minutes, which a test does not wait.</summary>
    private static Task MakeDueAsync(TestSchool school) => school.InSchoolAsync(services =>
        services.GetRequiredService<ParentAccessDbContext>().Set<OutboxRow>()
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken));

    private void AssertMailed(Crowd crowd)
    {
        var mails = _mail.Mails.ToList();
        var ids = mails.Select(mail => mail.Whole["Message-ID"]).ToList();
        var doubled = ids.Index().GroupBy(id => id.Item).Where(id => id.Count() > 1).ToList();

        crowd.AssertMailed(mails);

        // To each address there was one reason to write, so a second mail with another id would be a second message.
        Assert.Equal(mails.Select(mail => mail.To).Distinct().Count(), ids.Distinct().Count());

        // The one that the server kept without being able to say so, at least.
        Assert.NotEmpty(doubled);

        // SMTP cannot promise more: only the mail that the server had just taken when the portal was killed comes again, once for
        // each kill, and under the same id, by which its receiver can tell.
        Assert.All(doubled, id => Assert.All(id.SkipLast(1), copy => Assert.Contains(copy.Index + 1, _taken)));
    }
}
