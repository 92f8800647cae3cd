using System.Net;
using System.Net.Http.Headers;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Module.Tests.Letters;
using Klik.ParentAccess.Services.Storage;
using Klik.ParentAccess.Tests.Failure;
using Klik.ParentAccess.Tests.Portal;
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
        Task[] work = [.. crowd.Work(1, stop.Token), MailAsync(stop.Token)];
        var statuses = new List<HttpStatusCode>();
        foreach (var how in (string[])["fast", "immediate"])
        {
            await crowd.UntilAnsweredAsync(15);
            await host.Server.StopAsync(how);
            await crowd.UntilTurnedAsync(5);
            statuses.Add(await ReadyAsync());
            await AssertPlainPageAsync(onlooker, "/profile/parents", "nl", "Dit lukt nu even niet We kunnen nu niet bij onze gegevens.");
            // The language of the parent's account goes before the browser's.
            await AssertPlainPageAsync(parent, "/parents", "en", "This does not work for a moment We cannot reach our records right now");
            await host.Server.StartAsync();
            await crowd.UntilAnsweredAsync(15);
            statuses.Add(await ReadyAsync());
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

    /// <summary>Mail leaves all the time, as on a site where it is always a full minute.</summary>
    private async Task MailAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Record.ExceptionAsync(() => _school.InSiteAsync(services => services.GetRequiredService<SendOutbox>().ExecuteAsync(Cancel)));
            await Task.Delay(20, Cancel);
        }
    }

    private async Task<HttpStatusCode> ReadyAsync()
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri($"{host.Address}/readyz"), Cancel);
        return response.StatusCode;
    }

    private async Task AssertPlainPageAsync(SiteVisitor signedIn, string path, string language, string text)
    {
        using var dutch = new HttpClient(new HttpClientHandler { CookieContainer = signedIn.Cookies });
        dutch.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("nl"));

        using var answer = await dutch.GetAsync(new Uri(host.Address + path), Cancel);
        var page = await VisitedPage.ReadAsync(new Uri(host.Address + path), answer);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.StartsWith(text, page.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", page.CacheControl);
        Assert.Equal(TimeSpan.FromSeconds(10), page.RetryAfter);
        Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using var style = await dutch.GetAsync(new Uri(new Uri(host.Address), page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")), Cancel);
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
    }

    private async Task AssertMailedAsync(Crowd crowd)
    {
        // By the site's own background task. What was taken for sending when the database went becomes due after five minutes.
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        var waiting = -1;
        for (var i = 0; i < 300 && waiting != 0; i++)
        {
            await Task.Delay(500, Cancel);
            await _school.InSiteAsync(async services =>
            {
                var database = services.GetRequiredService<TenantDatabase>();
                waiting = await database.CountAsync($"SELECT COUNT(*) FROM {database.Outbox}", Cancel);
            });
        }

        Assert.Equal(0, waiting);
        var mailed = host.Mailed().Where(address => address.EndsWith("@example.nl", StringComparison.Ordinal)).ToList();
        Assert.Equal(crowd.Invited.Order(), mailed.Order());
    }
}
