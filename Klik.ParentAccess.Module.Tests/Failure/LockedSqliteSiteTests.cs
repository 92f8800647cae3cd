using System.Net;
using Klik.ParentAccess.Tests.Portal;
using Microsoft.Data.Sqlite;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>
/// Another process holds the SQLite file of an Orchard site for long, to write or for itself alone: people are told to wait, and
/// soon, the site goes on by itself, and nothing is half done (rule P7).
/// </summary>
public sealed class LockedSqliteSiteTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    [Trait("Rule", "P7")]
    public async Task While_another_process_writes_pages_are_shown_and_changes_are_refused_soon_and_nothing_is_lost()
    {
        await using var host = new SqliteHost();
        await host.InitializeAsync();
        var site = await TroubledSite.GatherAsync(host);
        SqliteConnection? other = null;

        await site.AssertNothingIsLostAsync(
            begin: async () => other = await LockAsync(host, "BEGIN IMMEDIATE"),
            during: async () =>
            {
                var profile = await site.Student.OpenAsync("/profile/parents");
                Assert.Equal(HttpStatusCode.OK, profile.Status);
                Assert.Equal(HttpStatusCode.OK, (await site.Parent.OpenAsync("/parents")).Status);
                await AssertSoonRefusedAsync(site, profile);
            },
            end: async () => await other!.DisposeAsync());

        AssertLogged(host);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task While_another_process_has_the_file_for_itself_people_are_told_to_wait_and_nothing_is_lost()
    {
        await using var host = new SqliteHost();
        await host.InitializeAsync();
        var site = await TroubledSite.GatherAsync(host);
        SqliteConnection? other = null;

        await site.AssertNothingIsLostAsync(
            begin: async () => other = await LockAsync(host, "BEGIN EXCLUSIVE"),
            during: async () =>
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.ReadyAsync());
                await host.AssertToldToWaitAsync(site.Student, "/profile/parents", "nl", "Dit lukt nu even niet We kunnen nu niet bij onze gegevens.");
                await host.AssertToldToWaitAsync(site.Parent, "/parents", "en", "This does not work for a moment We cannot reach our records right now");
            },
            end: async () => await other!.DisposeAsync());

        AssertLogged(host);
        Assert.Equal(HttpStatusCode.OK, (await site.Parent.OpenAsync("/parents")).Status);
    }

    // Each may wait five seconds; one after the other that would be a minute.
    private static async Task AssertSoonRefusedAsync(TroubledSite site, VisitedPage page)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async number =>
        {
            using var answer = await site.Student.PressAsync(page, "/profile/parents", ("name", "Jan"), ("email", $"jan{number}@example.nl"));
            return answer.StatusCode;
        })).WaitAsync(Soon, TestContext.Current.CancellationToken);

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
    }

    private static async Task<SqliteConnection> LockAsync(SqliteHost host, string begin)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = host.File, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = begin;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static void AssertLogged(SqliteHost host) =>
        Assert.Contains(host.Log.Lines, line => line.Id.Id == 3003 && line.Text.StartsWith("The database is Busy (SQLite 5)", StringComparison.Ordinal));
}
