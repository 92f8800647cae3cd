using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Tests.Mail;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.Processes;
using Klik.ParentAccess.Tests.Storage;
using Klik.Portal.Accounts;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Invitations;
using Klik.Portal.Storage.Letters;
using Klik.Portal.Storage.Links;
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
    private const int Seats = 2;

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
        var students = new List<InvitingStudent>();
        for (var i = 0; i < Students; i++)
        {
            students.Add(new InvitingStudent(school.NewVisitor, (await school.AddStudentAsync()).UserName));
        }

        var families = new List<LetterFamily>();
        for (var i = 0; i < Families; i++)
        {
            var student = await school.AddStudentAsync();
            // Where one parent too many tries there are never so many that the portal asks for a challenge.
            families.Add(new LetterFamily(school.NewVisitor, student.Id, await school.MakeLetterAsync(student), parents: i % 12 == 0 ? Seats + 1 : Seats));
        }

        using var stop = new CancellationTokenSource();
        var work = students.Select(student => student.WorkAsync(stop.Token))
            .Concat(Enumerable.Range(0, Lines).Select(line => LinkAsync(families.Where((_, at) => at % Lines == line), stop.Token)))
            .ToList();
        foreach (var (more, step) in Kills)
        {
            await UntilAsync(Answered, Answered() + more);
            await KillAsync(portal, step);
            await portal.StartAsync();
        }

        await stop.CancelAsync();
        await Task.WhenAll(work).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await KillAsync(portal);
        await MakeDueAsync(school);
        await portal.StartAsync();
        await UntilNothingWaitsAsync(school);

        await AssertInvitedAsync(school, students);
        await AssertLinkedAsync(school, [.. families.Where(family => family.Linked > 0)]);
        AssertMailed(students);

        int Answered() => students.Sum(student => student.Accepted.Count) + families.Sum(family => family.Linked);
    }

    private static async Task UntilAsync(Func<int> count, int enough)
    {
        for (var i = 0; i < 6000 && count() < enough; i++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.True(count() >= enough, "The portal does not get on.");
    }

    private static async Task LinkAsync(IEnumerable<LetterFamily> families, CancellationToken stop)
    {
        foreach (var family in families)
        {
            if (stop.IsCancellationRequested)
            {
                return;
            }

            await family.WorkAsync();
        }
    }

    private async Task KillAsync(PortalInstance portal, SmtpStep? step = null)
    {
        if (step is not null)
        {
            var before = _mail.Hung;
            _mail.HangsAt = step;
            await UntilAsync(() => _mail.Hung, before + 1);
        }

        await portal.KillAsync();
        _mail.HangsAt = null;
        while (_mail.Talks > 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        _taken.Add(_mail.Mails.Count);
    }

    /// <summary>What the killed processes had taken for themselves becomes due: as after five minutes, which a test does not wait.</summary>
    private static Task MakeDueAsync(TestSchool school) => school.InSchoolAsync(services =>
        services.GetRequiredService<ParentAccessDbContext>().Set<OutboxRow>()
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken));

    private static async Task UntilNothingWaitsAsync(TestSchool school)
    {
        var waiting = -1;
        for (var i = 0; i < 600 && waiting != 0; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await school.InSchoolAsync(async services =>
                waiting = await services.GetRequiredService<ParentAccessDbContext>().Set<OutboxRow>().CountAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(0, waiting);
    }

    private static Task AssertInvitedAsync(TestSchool school, IReadOnlyList<InvitingStudent> students) => school.InSchoolAsync(async services =>
    {
        var personalData = services.GetRequiredService<PersonalData>();
        var rows = await services.GetRequiredService<ParentAccessDbContext>().Set<InvitationRow>().ToListAsync(TestContext.Current.CancellationToken);

        Assert.All(students, student => Assert.Empty(student.Others));
        Assert.Contains(students, student => student.Unanswered > 0);
        Assert.Equal(
            students.SelectMany(student => student.Accepted).Order(),
            rows.Select(row => personalData.Unprotect(new ProtectedText(row.Address!))).Order());
    });

    private static Task AssertLinkedAsync(TestSchool school, IReadOnlyList<LetterFamily> families) => school.InSchoolAsync(async services =>
    {
        var database = services.GetRequiredService<ParentAccessDbContext>();
        var links = await database.Set<LinkRow>().ToListAsync(TestContext.Current.CancellationToken);
        var letters = await database.Set<LetterRow>().ToListAsync(TestContext.Current.CancellationToken);
        var seats = await database.Set<LetterSeatRow>().ToListAsync(TestContext.Current.CancellationToken);
        var accounts = await database.Set<PortalUser>().CountAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(families);
        Assert.All(families, family => Assert.Empty(family.Others));
        Assert.All(families, family =>
        {
            var letter = letters.Single(letter => letter.StudentId == family.Student);
            var ofStudent = links.Where(link => link.StudentId == family.Student).ToList();
            Assert.Equal(Seats, family.Linked);
            Assert.Equal(Seats, ofStudent.Select(link => link.AccountId).Distinct().Count());
            Assert.Equal(ofStudent.Select(link => link.Id).Order(), seats.Where(seat => seat.LetterId == letter.Id).Select(seat => seat.LinkId).Order());
        });
        Assert.Equal(Seats * families.Count, links.Count);
        Assert.Equal(links.Count, seats.Count);
        Assert.Equal(links.Count, accounts);
    });

    private void AssertMailed(IReadOnlyList<InvitingStudent> students)
    {
        var mails = _mail.Mails.ToList();
        var ids = mails.Select(mail => mail.Whole["Message-ID"]).ToList();
        var doubled = ids.Index().GroupBy(id => id.Item).Where(id => id.Count() > 1).ToList();

        var arrived = mails.Select(mail => mail.To).ToHashSet();
        Assert.All(students.SelectMany(student => student.Accepted), address => Assert.Contains($"RCPT TO:<{address}>", arrived));

        // To each address there was one reason to write, so a second mail with another id would be a second message.
        Assert.Equal(arrived.Count, ids.Distinct().Count());

        // The one that the server kept without being able to say so, at least.
        Assert.NotEmpty(doubled);

        // SMTP cannot promise more: only the mail that the server had just taken when the portal was killed comes again, once for
        // each kill, and under the same id, by which its receiver can tell.
        Assert.All(doubled, id => Assert.All(id.SkipLast(1), copy => Assert.Contains(copy.Index + 1, _taken)));
    }
}
