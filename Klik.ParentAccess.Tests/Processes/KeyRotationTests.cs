using System.Net;
using System.Security.Cryptography;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Tests.Processes;

/// <summary>A key is added, what is stored comes to it, and the old key is taken out, as <c>docs/operations.md</c> says.</summary>
[Collection(ProcessGroup.Name)]
[Trait("Rule", "I13")]
public sealed class KeyRotationTests : IAsyncLifetime
{
    private PostgresDatabase? _database;

    public async ValueTask InitializeAsync() => _database = await PostgresDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public Task On_SQLite_all_goes_on_without_the_old_key() => GoesOnAsync(new Dictionary<string, string?>());

    [Fact]
    public Task On_PostgreSQL_all_goes_on_without_the_old_key()
    {
        PostgresDatabase.SkipUnlessThere();
        return GoesOnAsync(StorageServices.SettingsOf(_database!));
    }

    private static async Task GoesOnAsync(IReadOnlyDictionary<string, string?> settings)
    {
        await using var installation = await PortalInstallation.StartAsync(settings);
        var school = await installation.NewSchoolAsync();
        using var sanne = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync("Sanne"));
        using var daan = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync("Daan"));
        using var administrator = await school.NewAdministratorAsync();
        using var jan = school.NewVisitor();
        using var janElsewhere = school.NewVisitor();
        using var piet = school.NewVisitor();
        (jan.Plan, janElsewhere.Plan, piet.Plan) = (Persona.Gmail("jan@gmail.com"), Persona.Gmail("jan@gmail.com"), Persona.Gmail("piet@gmail.com"));
        await sanne.InvitesAsync("Jan de Vries", "jan@gmail.com");
        await jan.SignInAsParentAsync();
        await sanne.InvitesAsync("Piet Pietersen", "piet@gmail.com");
        var first = File.ReadAllText(KeysOf(installation)).Split('[', ']')[1];
        var second = $$"""{"version":2,"secret":"{{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}}"}""";

        await StartWithAsync(installation, $"{first},{second}");
        // Two invitations were made, of which one became an account and a link.
        await UntilLoggedAsync(installation, $"School {school.Id} under key version 2: 3 rows renewed; under older ones are 0 rows, 0 letters");
        await StartWithAsync(installation, $"{first},{second}");
        await UntilLoggedAsync(installation, $"School {school.Id} has nothing under a key version older than 2.");
        await StartWithAsync(installation, second);

        var profile = await sanne.OpenAsync("/profile/parents");
        var signedIn = await janElsewhere.SignInAsParentAsync();
        var accepted = await piet.SignInAsParentAsync();
        var again = await daan.InvitesAsync("Jan Jansen", "jan@gmail.com");
        var parents = await administrator.OpenAsync("/admin/users?show=parents");

        Assert.Contains("Jan de Vries", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Piet Pietersen", profile.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", signedIn.Path);
        Assert.Contains("Sanne", signedIn.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", accepted.Path);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("Jan Jansen", parents.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jan de Vries", parents.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(installation.Instances[0].Output, line => line.Contains("[3001]", StringComparison.Ordinal) || line.Contains("[1004]", StringComparison.Ordinal));
    }

    private static string KeysOf(PortalInstallation installation) => installation.Folder.File("keys/school-keys.json");

    private static async Task StartWithAsync(PortalInstallation installation, string keys)
    {
        await installation.Instances[0].KillAsync();
        await File.WriteAllTextAsync(KeysOf(installation), $$"""{"keys":[{{keys}}]}""", TestContext.Current.CancellationToken);
        await installation.Instances[0].StartAsync();
    }

    private static async Task UntilLoggedAsync(PortalInstallation installation, string text)
    {
        for (var i = 0; i < 600; i++)
        {
            if (installation.Instances[0].Output.Any(line => line.Contains(text, StringComparison.Ordinal)))
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"Not logged: {text} {string.Join('\n', installation.Instances[0].Output.TakeLast(20))}");
    }
}
