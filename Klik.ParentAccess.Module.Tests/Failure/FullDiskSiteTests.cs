using System.Net;
using Klik.ParentAccess.Tests.Processes;
using YesSql;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>The disk of an Orchard site on SQLite is full: people are told to wait, whoever runs the site is told why, and nothing is lost (rule P7).</summary>
public sealed class FullDiskSiteTests
{
    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_file_that_cannot_grow_refuses_in_plain_words_and_loses_nothing()
    {
        await using var host = new SqliteHost();
        await host.InitializeAsync();
        var site = await TroubledSite.GatherAsync(host);
        LimitedSqliteFile? file = null;
        await host.InTenantAsync("Default", services =>
        {
            var configuration = services.GetRequiredService<IStore>().Configuration;
            configuration.ConnectionFactory = file = new LimitedSqliteFile(configuration.ConnectionFactory);
            return Task.CompletedTask;
        });

        await site.AssertNothingIsLostAsync(
            begin: () => DoneAsync(() => file!.IsFull = true),
            during: () => AssertShownAsync(site),
            end: () => DoneAsync(() => file!.IsFull = false));

        AssertLogged(host);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_full_disk_is_seen_from_outside_and_loses_nothing()
    {
        await using var disk = await SmallDisk.MountAsync();
        await using var host = new SmallDiskHost(disk);
        await host.InitializeAsync();
        var site = await TroubledSite.GatherAsync(host);
        HttpStatusCode? within = null;

        var before = await host.ReadyAsync();
        await site.AssertNothingIsLostAsync(
            begin: () => DoneAsync(() => disk.Fill(left: 64 << 10)),
            during: async () =>
            {
                within = await host.ReadyAsync();
                await AssertShownAsync(site);
            },
            end: () => DoneAsync(disk.Empty));
        var after = await host.ReadyAsync();

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], [before, within, after]);
        AssertLogged(host);
    }

    private static async Task AssertShownAsync(TroubledSite site)
    {
        Assert.Equal(HttpStatusCode.OK, (await site.Student.OpenAsync("/profile/parents")).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.Parent.OpenAsync("/parents")).Status);
    }

    private static Task DoneAsync(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private static void AssertLogged(SqliteHost host) =>
        Assert.Contains(host.Log.Lines, line => line.Id.Id == 3003 && line.Text.StartsWith("The database is Full (SQLite 13)", StringComparison.Ordinal));
}
