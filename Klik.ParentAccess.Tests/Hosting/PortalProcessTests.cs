using System.Net;
using System.Text.Json;
using Klik.ParentAccess.Tests.Processes;
using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Tests.Hosting;

/// <summary>The portal as a process: exit code, log and time to the first answer.</summary>
public sealed class PortalProcessTests : IDisposable
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, string> NoVariables = [];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_missing_setting_ends_the_process_with_two_and_one_sentence()
    {
        await using var portal = new PortalProcess(NoVariables, ProductionSettings.Arguments(_folder.Path, ("Mail:Host", null)));

        var exit = await portal.EndAsync();

        Assert.Equal(2, exit);
        Assert.Equal(["The setting Mail:Host is missing; invitations are sent by mail."], portal.Errors);
    }

    [Fact]
    public async Task A_wrong_setting_ends_a_command_in_the_same_way()
    {
        await using var portal = new PortalProcess(
            new Dictionary<string, string> { ["Database__Provider"] = "MySql" }, "seed", "--students", "1", "--school", "linde");

        var exit = await portal.EndAsync();

        Assert.Equal(2, exit);
        Assert.Equal(["The setting Database:Provider must be Sqlite or PostgreSql."], portal.Errors);
    }

    [Fact]
    public async Task It_answers_soon_after_its_start_and_logs_a_JSON_object_a_line()
    {
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        await using var portal = new PortalProcess(NoVariables,
        [
            .. ProductionSettings.Arguments(AppContext.BaseDirectory,
                ("ConnectionStrings:ParentAccess", $"Data Source={_folder.File("data.db")}"), ("ParentAccess:KeysPath", _folder.File("keys"))),
            $"--urls={address}",
        ]);

        var status = await FirstAnswerAsync(address + "/readyz");
        var worked = portal.Worked;

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(worked < Enough, $"It took {worked} of the processor.");
        Assert.NotEmpty(portal.Output);
        Assert.All(portal.Output, line =>
        {
            using var entry = JsonDocument.Parse(line);
            Assert.True(entry.RootElement.TryGetProperty("EventId", out _));
            Assert.EndsWith("Z", entry.RootElement.GetProperty("Timestamp").GetString(), StringComparison.Ordinal);
            Assert.NotEqual("Debug", entry.RootElement.GetProperty("LogLevel").GetString());
        });
        Assert.Empty(portal.Errors);
    }

    private static async Task<HttpStatusCode> FirstAnswerAsync(string address)
    {
        using var client = new HttpClient();
        for (var i = 0; i < 3000; i++)
        {
            try
            {
                using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
                return response.StatusCode;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }

        throw new TimeoutException("The portal does not answer.");
    }
}
