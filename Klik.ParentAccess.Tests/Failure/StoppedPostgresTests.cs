using System.Net;
using System.Net.Http.Headers;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Mail;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.Processes;
using Klik.ParentAccess.Tests.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Failure;

/// <summary>
/// PostgreSQL is stopped and started under load: people are told to wait (503), the portal goes on by itself, and nothing is half
/// done (rule P7).
/// </summary>
[Collection(ProcessGroup.Name)]
public sealed class StoppedPostgresTests : IAsyncLifetime
{
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
        var crowd = await Crowd.GatherAsync(new PortalLetterSchool(school), 3, 150);
        using var onlooker = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        using var stop = new CancellationTokenSource();
        var work = crowd.Work(1, stop.Token);
        var statuses = new List<HttpStatusCode>();
        foreach (var how in (string[])["fast", "immediate"])
        {
            await crowd.UntilAnsweredAsync(20);
            await Server.StopAsync(how);
            await crowd.UntilTurnedAsync(5);
            statuses.Add(await ReadyAsync());
            await AssertPlainPageAsync(onlooker);
            await Server.StartAsync();
            await crowd.UntilAnsweredAsync(20);
            statuses.Add(await ReadyAsync());
        }

        await stop.CancelAsync();
        await Task.WhenAll(work).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await crowd.AssertOnlyUnavailableAsync();

        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], statuses);
        Assert.Contains(Portal.Log.Lines, line => line.Id.Id == 3003 && line.Text.StartsWith("The database is Unreachable (PostgreSQL ", StringComparison.Ordinal));
        await school.AssertInvitedAsync(crowd);
        await school.AssertLinkedAsync(crowd);

        // What was taken for sending when the database went becomes due after five minutes.
        await school.UntilNothingWaitsAsync(() => _clock.Advance(TimeSpan.FromSeconds(30)));
        var mails = _mail.Mails.ToList();
        Assert.Equal(mails.Count, mails.Select(mail => mail.Whole["Message-ID"]).Distinct().Count());
        crowd.AssertMailed(mails);
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
}
