using Klik.ParentAccess.Tests.Storage;
using Klik.Portal.Commands;

namespace Klik.ParentAccess.Tests.Hosting;

/// <summary>A portal that is not set up does not start, and says why in one sentence.</summary>
public sealed class StartTests : IDisposable
{
    private const string Secret = "hunter2";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string?, string> WrongSettings => new()
    {
        { "ParentAccess:PublicUrl", null, "ParentAccess:PublicUrl" },
        { "ParentAccess:PublicUrl", "http://ouders.example.nl", "ParentAccess:PublicUrl" },
        { "ParentAccess:PublicUrl", "https://ouders.example.nl/klik", "ParentAccess:PublicUrl" },
        { "ParentAccess:PublicUrl", "ouders.example.nl", "ParentAccess:PublicUrl" },
        { "Mail:Host", null, "Mail:Host" },
        { "Mail:From", null, "Mail:From" },
        { "Mail:From", "nobody", "Mail:From" },
        { "Mail:Port", "smtp", "Mail:Port" },
        { "Mail:Port", "0", "Mail:Port" },
        { "Database:Provider", "MySql", "Database:Provider" },
        { "Database:Provider", "PostgreSql", "ConnectionStrings:ParentAccess" },
        { "ConnectionStrings:ParentAccess", $"Data Source=a.db;Password={Secret}", "ConnectionStrings:ParentAccess" },
        { "ConnectionStrings:ParentAccess", $"Nonsense={Secret}", "ConnectionStrings:ParentAccess" },
        { "ConnectionStrings:ParentAccess", "Data Source=:memory:", "ConnectionStrings:ParentAccess" },
        { "ParentAccess:Providers:Google:Authority", "http://accounts.example.com", "ParentAccess:Providers:Google:Authority" },
        { "ParentAccess:Providers:Microsoft:Authority", "http://127.0.0.1:5080", "ParentAccess:Providers:Microsoft:Authority" },
        { "ParentAccess:StudentSignIn:Authority", "http://localhost:5080", "ParentAccess:StudentSignIn:Authority" },
        { "ParentAccess:StudentSignIn:Authority", null, "ParentAccess:StudentSignIn:Authority" },
        { "ParentAccess:Providers:Google:ClientSecret", null, "ParentAccess:Providers:Google:ClientSecret" },
        { "ParentAccess:Providers:Microsoft:ClientId", null, "ParentAccess:Providers:Microsoft:ClientId" },
        { "ParentAccess:StudentSignIn:ClientSecret", "", "ParentAccess:StudentSignIn:ClientSecret" },
        { "ParentAccess:PublicUrl", "https://[", "ParentAccess:PublicUrl" },
        { "ParentAccess:InvitationLifetimeDays", "0", "ParentAccess:InvitationLifetimeDays" },
        { "ParentAccess:InvitationLifetimeDays", "91", "ParentAccess:InvitationLifetimeDays" },
        { "ParentAccess:InvitationLifetimeDays", "two weeks", "ParentAccess:InvitationLifetimeDays" },
        { "ParentAccess:KeysPath", "broken-keys", "ParentAccess:KeysPath" },
        { "ParentAccess:KeysPath", "broken-keys/school-keys.json", "ParentAccess:KeysPath" },
        { "ConnectionStrings:ParentAccess", "Data Source=broken-keys", "ConnectionStrings:ParentAccess" },
        { "ConnectionStrings:ParentAccess", "Data Source=broken-keys/school-keys.json", "ConnectionStrings:ParentAccess" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public async Task A_missing_or_wrong_setting_stops_the_start_with_a_sentence_that_names_it(string setting, string? value, string named)
    {
        Directory.CreateDirectory(_folder.File("broken-keys"));
        await File.WriteAllTextAsync(Path.Combine(_folder.File("broken-keys"), "school-keys.json"), Secret, TestContext.Current.CancellationToken);

        var (exit, said) = await StartAsync((setting, value));

        Assert.Equal(2, exit);
        var sentence = Assert.Single(said.TrimEnd().Split('\n'));
        Assert.StartsWith($"The setting {named} ", sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_server_that_is_not_there_is_named_without_the_password()
    {
        var (exit, said) = await StartAsync(
            ("Database:Provider", "PostgreSql"), ("ConnectionStrings:ParentAccess", $"Host=127.0.0.1;Port=1;Username=klik;Password={Secret};Timeout=2"));

        // Not 2: the server may only be later than the portal, and whoever looks after the process starts it again.
        Assert.Equal(1, exit);
        Assert.StartsWith("The database that ConnectionStrings:ParentAccess leads to does not answer (", said, StringComparison.Ordinal);
        Assert.Single(said.TrimEnd().Split('\n'));
        Assert.Contains("127.0.0.1:1", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_where_no_student_could_sign_in_does_not_start()
    {
        var (exit, said) = await StartAsync(("ParentAccess:StudentSignIn:ClientId", null), ("ParentAccess:StudentSignIn:ClientSecret", null));

        Assert.Equal(2, exit);
        Assert.Contains("ParentAccess:StudentSignIn:ClientId", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_where_no_parent_could_sign_in_does_not_start()
    {
        var (exit, said) = await StartAsync(
            ("ParentAccess:Providers:Google:ClientId", null), ("ParentAccess:Providers:Google:ClientSecret", null),
            ("ParentAccess:Providers:Microsoft:ClientId", null), ("ParentAccess:Providers:Microsoft:ClientSecret", null));

        Assert.Equal(2, exit);
        Assert.Contains("ParentAccess:Providers:Google:ClientId", said, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Said)> StartAsync(params IEnumerable<(string Name, string? Value)> changes)
    {
        using var errors = new StringWriter();
        var exit = await CommandLine.RunAsync([.. ProductionSettings.Arguments(_folder.Path, changes), "--Logging:LogLevel:Default=None"], errors)
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return (exit, errors.ToString());
    }
}
