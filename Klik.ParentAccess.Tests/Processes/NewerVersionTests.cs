using System.Net;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.Storage;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Processes;

/// <summary>
/// While the processes are replaced one after the other, the older version works on a database that the newer one has added to:
/// columns to every table, and tables.
/// </summary>
public sealed class NewerVersionTests
{
    [Fact]
    [Trait("Rule", "P7")]
    public Task On_SQLite_the_older_version_goes_on() => GoesOnAsync(new Dictionary<string, string?>());

    [Fact]
    [Trait("Rule", "P7")]
    public async Task On_PostgreSQL_the_older_version_goes_on()
    {
        PostgresDatabase.SkipUnlessThere();
        await using var database = (await PostgresDatabase.CreateAsync())!;

        await GoesOnAsync(StorageServices.SettingsOf(database));
    }

    private static async Task GoesOnAsync(IReadOnlyDictionary<string, string?> settings)
    {
        await using var portal = new RunningPortal();
        foreach (var (name, value) in settings)
        {
            portal.Settings[name] = value;
        }

        await portal.InitializeAsync();
        var school = await portal.NewSchoolAsync();

        // Often enough that the database has its statements ready as they are now.
        for (var i = 0; i < 3; i++)
        {
            await WalkAsync(school);
        }

        await AddAsync(school);
        for (var i = 0; i < 3; i++)
        {
            await WalkAsync(school);
        }

        Assert.DoesNotContain(portal.Log.Lines, line => line.Id.Id is 3001 or 3003);
    }

    private static async Task WalkAsync(TestSchool school)
    {
        var sanne = await school.AddStudentAsync("Sanne");
        using var student = await InvitationPathTests.SignedInStudentAsync(school, sanne);
        using var jan = school.NewVisitor();
        jan.Plan = Persona.MicrosoftWork($"jan.{sanne.UserName}@bedrijf.example");
        using var els = school.NewVisitor();
        els.Plan = Persona.Gmail($"els.{sanne.UserName}@gmail.com");

        await student.InvitesAsync("Jan de Vries", $"jan.{sanne.UserName}@bedrijf.example");
        var accepted = await jan.AcceptInvitationAsync(await school.InvitationLinkAsync($"jan.{sanne.UserName}@bedrijf.example"), "microsoft");
        var linked = await els.RegisterByLetterAsync(await school.MakeLetterAsync(sanne), "Els");
        var child = await els.OpenAsync($"/parents/students/{sanne.Id}/grades");
        var profile = await student.OpenAsync("/profile/parents");

        Assert.Equal("/parents", accepted.Path);
        Assert.Equal("/parents/settings", linked.Path);
        Assert.Equal(HttpStatusCode.OK, child.Status);
        Assert.Contains("Els", profile.Text, StringComparison.Ordinal);
    }

    private static Task AddAsync(TestSchool school) => school.InSchoolAsync(async services =>
    {
        var database = services.GetRequiredService<ParentAccessDbContext>();
        foreach (var table in database.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct())
        {
            await ExecuteAsync(database, $"ALTER TABLE \"{table}\" ADD COLUMN newer text NULL");
            await ExecuteAsync(database, $"ALTER TABLE \"{table}\" ADD COLUMN newer_too bigint NOT NULL DEFAULT 0");
            await ExecuteAsync(database, $"CREATE TABLE \"newer_{table}\" (school_id varchar(40) NOT NULL, id varchar(40) NOT NULL, PRIMARY KEY (school_id, id))");
        }
    });

    private static Task<int> ExecuteAsync(ParentAccessDbContext database, string sql) => database.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
}
