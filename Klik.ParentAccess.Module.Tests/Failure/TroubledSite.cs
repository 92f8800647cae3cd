using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Module.Tests.Letters;
using Klik.ParentAccess.Tests.Failure;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>A site at work whose SQLite file cannot be used as usual for a while.</summary>
internal sealed class TroubledSite
{
    private readonly SqliteHost _host;
    private readonly SiteSchool _school;
    private readonly Crowd _crowd;

    private TroubledSite(SqliteHost host, SiteSchool school, Crowd crowd, SiteVisitor student, SiteVisitor parent) =>
        (_host, _school, _crowd, Student, Parent) = (host, school, crowd, student, parent);

    /// <summary>A student of the crowd in another browser, signed in.</summary>
    public SiteVisitor Student { get; }

    /// <summary>A parent of that student, signed in.</summary>
    public SiteVisitor Parent { get; }

    public static async Task<TroubledSite> GatherAsync(SqliteHost host)
    {
        var school = new SiteSchool(host);
        var crowd = await Crowd.GatherAsync(new SiteLetterSchool(school), 3, 25);
        var student = await school.SignedInAsync(crowd.Students[0].Student);
        var parent = await school.NewParentAsync(student, "Els", $"{SiteSchool.Unique("els")}@gmail.com");
        return new TroubledSite(host, school, crowd, student, parent);
    }

    /// <summary>
    /// Students invite, families use their letters and mail leaves before, during and after the trouble: each request is answered,
    /// what was answered with yes is there once, and every mail arrives once.
    /// </summary>
    public async Task AssertNothingIsLostAsync(Func<Task> begin, Func<Task> during, Func<Task> end)
    {
        using var stop = new CancellationTokenSource();
        Task[] work = [.. _crowd.Work(1, stop.Token), _school.MailAsync(stop.Token)];
        await _crowd.UntilAnsweredAsync(15);
        await begin();
        await _crowd.UntilTurnedAsync(5);
        await during();
        await end();
        await _crowd.UntilAnsweredAsync(15);
        await stop.CancelAsync();
        await Task.WhenAll(work).WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);
        await _crowd.AssertOnlyUnavailableAsync();

        // Els is the one without a letter.
        await _school.AssertStoredAsync(_crowd, others: 1);
        // What was taken for sending in the meantime becomes due after five minutes.
        _host.Clock.Advance(TimeSpan.FromMinutes(6));
        await _school.UntilMailedAsync();
        var mailed = _host.Mail.Mails.Select(mail => mail.To).Where(to => to.EndsWith("@example.nl>", StringComparison.Ordinal));
        Assert.Equal(_crowd.Invited.Select(address => $"RCPT TO:<{address}>").Order(), mailed.Order());
    }
}
