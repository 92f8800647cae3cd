using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.Portal.Hosting;
using Klik.Portal.Schools;

namespace Klik.Portal.Development.Demo;

/// <summary>Makes the demo school, through the same import as any other, where there is no school yet.</summary>
internal sealed partial class DemoSchool(EfSchools schools, SchoolScopes scopes, IConfiguration configuration, ILogger<DemoSchool> logger)
{
    /// <summary>The user name of the demo school's administrator.</summary>
    public const string Administrator = "beheer";

    /// <summary>The setting with which Development goes without a demo school: <c>false</c>.</summary>
    public const string Setting = "Development:DemoSchool";

    private const string Resources = "DemoSchool/";

    /// <summary>The demo school's id.</summary>
    public static SchoolId Id { get; } = SchoolId.Parse("demo");

    /// <summary>Makes it, unless a school is there or the setting says no.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var school = new School(Id, "Demo College");
        if (!configuration.GetValue(Setting, true)
            || (await schools.ListAsync(cancellationToken)).Count > 0
            || !await schools.CreateAsync(school, cancellationToken))
        {
            return;
        }

        await scopes.RunAsync(school, async services =>
        {
            using var source = OneRosterSource.FromResources(typeof(DemoSchool).Assembly, Resources);
            var result = await services.GetRequiredService<ImportStudentRecords>().ExecuteAsync(source, null, cancellationToken);
            if (result is ImportResult.Imported imported)
            {
                LogMade(imported.Read, imported.Refused);
            }
        });
    }

    [LoggerMessage(4001, LogLevel.Information, "Made the demo school from {Read} rows, {Refused} refused.")]
    private partial void LogMade(long read, long refused);
}
