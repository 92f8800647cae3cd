using System.Net;
using System.Net.Http.Headers;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Tests.Mail;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.Processes;
using Klik.ParentAccess.Tests.SignIn;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Invitations;
using Klik.Portal.Storage.Letters;
using Klik.Portal.Storage.Links;
using Klik.Portal.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Failure;

/// <summary>
/// PostgreSQL is stopped and started under load: people are told to wait (503), the portal goes on by itself, and nothing is half
/// done (rule P7).
/// </summary>
[Collection(ProcessGroup.Name)]
public sealed class StoppedPostgresTests : IAsyncLifetime
{
    private const int Seats = 2;

    private readonly FakeSmtpServer _mail = new();
    private readonly AdjustableClock _clock = new();
    private PrivatePostgres? _server;
    private RunningPortal? _portal;

    private PrivatePostgres Server => _server!;

    private RunningPortal Portal => _portal!;

    public async ValueTask InitializeAsync()
    {
        if (PostgresPrograms.Folder is null)
        {
            return;
        }

        _server = await PrivatePostgres.StartNewAsync();
        _portal = new RunningPortal { Configure = builder => builder.Services.AddSingleton<TimeProvider>(_clock) };
        foreach (var (name, value) in _server.Settings)
        {
            _portal.Settings[name] = value;
        }

        _portal.Settings["Mail:Host"] = _mail.Host;
        _portal.Settings["Mail:Port"] = $"{_mail.Port}";
        _portal.Settings["Mail:From"] = "ouders@school.example";
        _portal.Settings["ParentAccess:InvitationMailsPerDay"] = "1000";
        await _portal.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await _mail.DisposeAsync();
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task People_are_told_to_wait_and_what_was_accepted_is_there()
    {
        PostgresPrograms.SkipUnlessThere();
        var school = await Portal.NewSchoolAsync();
        InvitingStudent[] students = [.. await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => new InvitingStudent(school.NewVisitor, (await school.AddStudentAsync()).UserName)))];
        var families = new List<LetterFamily>();
        for (var i = 0; i < 150; i++)
        {
            var student = await school.AddStudentAsync();
            families.Add(new LetterFamily(school.NewVisitor, student.Id, await school.MakeLetterAsync(student), Seats));
        }

        using var onlooker = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        using var stop = new CancellationTokenSource();
        Task[] work = [.. students.Select(student => student.WorkAsync(stop.Token)), LinkAsync(families, stop.Token)];
        var statuses = new List<HttpStatusCode>();
        foreach (var how in (string[])["fast", "immediate"])
        {
            await UntilAsync(Done, Done() + 20);
            await Server.StopAsync(how);
            await UntilAsync(() => students.Sum(student => student.Others.Count), students.Sum(student => student.Others.Count) + 5);
            statuses.Add(await ReadyAsync());
            await AssertPlainPageAsync(onlooker);
            await Server.StartAsync();
            await UntilAsync(Done, Done() + 20);
            statuses.Add(await ReadyAsync());
        }

        await stop.CancelAsync();
        await Task.WhenAll(work).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        var settled = students.Sum(student => student.Others.Count);
        foreach (var student in students)
        {
            using var more = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            await student.WorkAsync(more.Token);
        }

        var others = students.SelectMany(student => student.Others).Concat(families.SelectMany(family => family.Others)).ToList();
        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], statuses);
        Assert.All(others, page => Assert.True(page.Status == HttpStatusCode.ServiceUnavailable, $"{page.Status} at {page.Path}: {page.Text}"));
        Assert.All(others, page => Assert.Equal(TimeSpan.FromSeconds(10), page.RetryAfter));
        Assert.Equal(settled, students.Sum(student => student.Others.Count));
        Assert.Equal(0, students.Sum(student => student.Unanswered) + families.Sum(family => family.Unanswered));
        Assert.Contains(Portal.Log.Lines, line => line.Id.Id == 3003 && line.Text.StartsWith("The database is Unreachable (PostgreSQL ", StringComparison.Ordinal));
        await AssertStoredAsync(school, students, [.. families.Where(family => family.Linked > 0)]);
        await AssertMailedAsync(school, students);

        int Done() => students.Sum(student => student.Accepted.Count) + families.Sum(family => family.Linked);
    }

    private static async Task LinkAsync(IEnumerable<LetterFamily> families, CancellationToken stop)
    {
        foreach (var family in families.TakeWhile(_ => !stop.IsCancellationRequested))
        {
            await family.WorkAsync();
        }
    }

    private static async Task UntilAsync(Func<int> count, int enough)
    {
        for (var i = 0; i < 6000 && count() < enough; i++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.True(count() >= enough, "The portal does not get on.");
    }

    private async Task<HttpStatusCode> ReadyAsync()
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync($"{Portal.Address}/readyz", TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task AssertPlainPageAsync(Visitor signedIn)
    {
        using var dutch = new HttpClient(new HttpClientHandler { CookieContainer = signedIn.Cookies });
        dutch.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("nl"));

        using var answer = await dutch.GetAsync($"{signedIn.School.Address}/profile/parents", TestContext.Current.CancellationToken);
        var page = await VisitedPage.ReadAsync(new Uri(signedIn.School.Address), answer);
        using var signIn = await dutch.GetAsync($"{signedIn.School.Address}/sign-in", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal("nl", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.StartsWith("Dit lukt nu even niet We kunnen nu niet bij onze gegevens.", page.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", page.CacheControl);
        Assert.Equal(TimeSpan.FromSeconds(10), page.RetryAfter);
        // What needs no database goes on.
        Assert.Equal(HttpStatusCode.OK, signIn.StatusCode);
    }

    private static Task AssertStoredAsync(TestSchool school, IReadOnlyList<InvitingStudent> students, IReadOnlyList<LetterFamily> families) => school.InSchoolAsync(async services =>
    {
        var personalData = services.GetRequiredService<PersonalData>();
        var database = services.GetRequiredService<ParentAccessDbContext>();
        var invited = await database.Set<InvitationRow>().ToListAsync(TestContext.Current.CancellationToken);
        var links = await database.Set<LinkRow>().ToListAsync(TestContext.Current.CancellationToken);
        var seats = await database.Set<LetterSeatRow>().CountAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            students.SelectMany(student => student.Accepted).Order(),
            invited.Select(row => personalData.Unprotect(new ProtectedText(row.Address!))).Order());
        Assert.NotEmpty(families);
        Assert.All(families, family => Assert.Equal(Seats, links.Count(link => link.StudentId == family.Student)));
        Assert.Equal(Seats * families.Count, links.Count);
        Assert.Equal(links.Count, seats);
    });

    private async Task AssertMailedAsync(TestSchool school, IReadOnlyList<InvitingStudent> students)
    {
        var waiting = -1;
        for (var i = 0; i < 600 && waiting != 0; i++)
        {
            // What was taken for sending when the database went becomes due after five minutes.
            _clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await school.InSchoolAsync(async services =>
                waiting = await services.GetRequiredService<ParentAccessDbContext>().Set<OutboxRow>().CountAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(0, waiting);
        var mails = _mail.Mails.ToList();
        Assert.Equal(mails.Count, mails.Select(mail => mail.Whole["Message-ID"]).Distinct().Count());
        var arrived = mails.Select(mail => mail.To).ToHashSet();
        Assert.All(students.SelectMany(student => student.Accepted), address => Assert.Contains($"RCPT TO:<{address}>", arrived));
    }
}
