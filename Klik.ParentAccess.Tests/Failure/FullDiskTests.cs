using System.Net;
using Klik.ParentAccess.Development.Mailbox;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.Processes;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Connections;
using Klik.Portal.Storage.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Failure;

/// <summary>SQLite's disk is full: people are told to wait, whoever runs the portal is told why, and nothing is lost (rule P7).</summary>
public sealed class FullDiskTests
{
    private const int MostTries = 2000;

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_file_that_cannot_grow_refuses_in_plain_words_and_loses_nothing()
    {
        await using var portal = new RunningPortal
        {
            Settings = { ["ParentAccess:InvitationMailsPerDay"] = "1000" },
        };
        await portal.InitializeAsync();

        var pool = portal.Services.GetRequiredService<SqliteConnectionPool>();

        await FillAsync(portal, full: () => FullFile.LimitAsync(pool, isFull: true), room: () => FullFile.LimitAsync(pool, isFull: false));

        Assert.Contains(portal.Log.Lines, line => line.Id.Id == 3003 && line.Text.StartsWith("The database is Full (SQLite 13)", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_full_disk_is_seen_from_outside_and_loses_nothing()
    {
        await using var disk = await SmallDisk.MountAsync();
        await using var portal = new RunningPortal
        {
            Settings =
            {
                ["ConnectionStrings:ParentAccess"] = $"Data Source={Path.Combine(disk.Path, "data.db")}",
                ["ParentAccess:InvitationMailsPerDay"] = "1000",
            },
        };
        await portal.InitializeAsync();

        var before = await ReadyAsync(portal);
        HttpStatusCode? within = null;
        await FillAsync(portal, full: () => DoneAsync(() => disk.Fill(left: 64 << 10)), room: () => DoneAsync(disk.Empty), whileFull: async () => within = await ReadyAsync(portal));
        var after = await ReadyAsync(portal);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], [before, within, after]);
        Assert.Contains(portal.Log.Lines, line => line.Id.Id == 3003 && line.Text.StartsWith("The database is Full (SQLite 13)", StringComparison.Ordinal));
    }

    private static Task DoneAsync(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private static async Task FillAsync(RunningPortal portal, Func<Task> full, Func<Task> room, Func<Task>? whileFull = null)
    {
        var school = await portal.NewSchoolAsync();
        var pupil = await school.AddStudentAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, pupil);
        var profile = await student.OpenAsync("/profile/parents");
        var accepted = new List<string>();
        Assert.Equal(HttpStatusCode.SeeOther, await InviteAsync("eerste"));

        await full();
        var status = HttpStatusCode.SeeOther;
        for (var i = 0; i < MostTries && status == HttpStatusCode.SeeOther; i++)
        {
            status = await InviteAsync($"ouder{i}");
        }

        var refused = await student.SubmitAsync(profile, "/profile/parents", ("name", "Jan"), ("email", "geweigerd@example.nl"));
        var looked = await student.OpenAsync("/profile/parents");
        await (whileFull?.Invoke() ?? Task.CompletedTask);
        await room();
        var again = await InviteAsync("geweigerd");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.StartsWith("This does not work for a moment We cannot reach our records right now", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, looked.Status);
        Assert.Equal(HttpStatusCode.SeeOther, again);
        await school.InSchoolAsync(async services => Assert.Equal(
            accepted.Count,
            await services.GetRequiredService<ParentAccessDbContext>().Set<InvitationRow>().CountAsync(TestContext.Current.CancellationToken)));
        foreach (var address in accepted)
        {
            await school.MailAsync(address, text => text.Contains("/invitation#", StringComparison.Ordinal));
        }

        var mails = portal.Services.GetRequiredService<Mailbox>().Mails.Select(delivered => delivered.Mail.To.Value).ToList();
        Assert.Equal(mails.Distinct().Count(), mails.Count);

        async Task<HttpStatusCode> InviteAsync(string name)
        {
            using var answer = await student.PressAsync(profile, "/profile/parents", ("name", "Jan"), ("email", $"{name}@example.nl"));
            if (answer.StatusCode == HttpStatusCode.SeeOther)
            {
                accepted.Add($"{name}@example.nl");
            }

            return answer.StatusCode;
        }
    }

    private static async Task<HttpStatusCode> ReadyAsync(RunningPortal portal)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync($"{portal.Address}/readyz", TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
