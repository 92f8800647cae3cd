using System.Diagnostics;
using System.Net;
using Klik.ParentAccess.Tests.Mail;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Klik.ParentAccess.Tests.Processes;

/// <summary>Backup and restore as <c>docs/operations.md</c> says, of a portal that runs meanwhile: the database, and the keys beside it.</summary>
[Collection(ProcessGroup.Name)]
public sealed class RestoredBackupTests : IAsyncLifetime
{
    private readonly FakeSmtpServer _mail = new();
    private readonly TemporaryFolder _backup = new();
    private PostgresDatabase? _database;

    private string Keys => _backup.File("keys");

    public async ValueTask InitializeAsync() => _database = await PostgresDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _backup.Dispose();
        await _mail.DisposeAsync();
    }

    [Fact]
    [Trait("Rule", "I13")]
    public Task Of_SQLite()
    {
        var backup = _backup.File("parent-access.db");
        return ComesBackAsync(
            new Dictionary<string, string?>(),
            async installation =>
            {
                await using var connection = new SqliteConnection($"Data Source={installation.Folder.File("data.db")};Pooling=False");
                await connection.OpenAsync(TestContext.Current.CancellationToken);
                await using var command = connection.CreateCommand();
                command.CommandText = $"VACUUM INTO '{backup}'";
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            },
            installation =>
            {
                SqliteConnection.ClearAllPools();
                foreach (var part in (string[])["", "-wal", "-shm"])
                {
                    File.Delete(installation.Folder.File("data.db" + part));
                }

                File.Copy(backup, installation.Folder.File("data.db"));
                return Task.CompletedTask;
            });
    }

    [Fact]
    [Trait("Rule", "I13")]
    public Task Of_PostgreSQL()
    {
        PostgresDatabase.SkipUnlessThere();
        PostgresPrograms.SkipUnlessThere();
        var backup = _backup.File("parent-access.dump");
        var name = new NpgsqlConnectionStringBuilder(_database!.ConnectionString).Database!;
        return ComesBackAsync(
            StorageServices.SettingsOf(_database),
            _ => RunAsync("pg_dump", "--format=custom", $"--file={backup}", name),
            _ => RunAsync("pg_restore", "--clean", "--if-exists", $"--dbname={name}", backup));
    }

    private async Task ComesBackAsync(
        IReadOnlyDictionary<string, string?> settings, Func<PortalInstallation, Task> backUp, Func<PortalInstallation, Task> restore)
    {
        await using var installation = await PortalInstallation.StartAsync(new Dictionary<string, string?>(settings)
        {
            ["Mail:Host"] = _mail.Host,
            ["Mail:Port"] = $"{_mail.Port}",
            ["Mail:From"] = "ouders@school.example",
        });
        var portal = installation.Instances[0];
        var school = await installation.NewSchoolAsync();
        var sanne = await school.AddStudentAsync("Sanne");
        using var student = await InvitationPathTests.SignedInStudentAsync(school, sanne);
        using var jan = school.NewVisitor();
        jan.Plan = Persona.Gmail("jan@gmail.com");
        await student.InvitesAsync("Jan de Vries", "jan@gmail.com");
        await jan.SignInAsParentAsync();
        await student.InvitesAsync("Piet Pietersen", "piet@example.nl");
        var code = await school.MakeLetterAsync(sanne);
        var link = await _mail.InvitationLinkAsync("piet@example.nl");

        await backUp(installation);
        CopyFolder(installation.Folder.File("keys"), Keys);
        await student.InvitesAsync("Na de kopie", "later@example.nl");
        await portal.KillAsync();
        Directory.Delete(installation.Folder.File("keys"), recursive: true);
        CopyFolder(Keys, installation.Folder.File("keys"));
        await restore(installation);
        await portal.StartAsync();

        var children = await jan.OpenAsync("/parents");
        var profile = await student.OpenAsync("/profile/parents");
        using var piet = school.NewVisitor();
        piet.Plan = Persona.MicrosoftWork("werk@bedrijf.example");
        var accepted = await piet.AcceptInvitationAsync(link, "microsoft");
        using var kees = school.NewVisitor();
        kees.Plan = Persona.Gmail("kees@gmail.com");
        var registered = await kees.RegisterByLetterAsync(code, "Kees");

        // Sessions go on, names are readable, links in mail and codes in letters are good, and what came later is gone.
        Assert.Equal(("/parents", HttpStatusCode.OK), (children.Path, children.Status));
        Assert.Contains("Sanne", children.Text, StringComparison.Ordinal);
        Assert.Contains("Jan de Vries", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Piet Pietersen", profile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Na de kopie", profile.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", accepted.Path);
        Assert.Equal("/parents/settings", registered.Path);
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        var server = new NpgsqlConnectionStringBuilder(_database!.ConnectionString);
        var start = new ProcessStartInfo(Path.Combine(PostgresPrograms.Folder!, program), arguments);
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGPORT"] = $"{server.Port}";
        start.Environment["PGUSER"] = server.Username;
        start.Environment["PGPASSWORD"] = server.Password;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}.");
    }
}
