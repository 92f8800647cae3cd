using System.Diagnostics;
using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.BadInput;

/// <summary>8,000 broken exports, each imported into a school of the portal.</summary>
[Collection(BadInputGroup.Name)]
public sealed class BadExportTests
{
    private const int Cases = 8_000;
    private const long MostGrowth = 32 * 1024 * 1024;

    [Fact]
    [Trait("Rule", "I13")]
    public async Task No_export_however_broken_breaks_the_import_or_takes_long_or_costs_memory_or_writes_a_file()
    {
        // One of its own: the one for all tests remembers every line that it logs.
        await using var portal = new RunningPortal { Configure = builder => builder.Logging.ClearProviders() };
        await portal.InitializeAsync();
        using var exports = new BadExports();
        using var folder = new TemporaryFolder();
        var school = await portal.NewSchoolAsync();
        var wrong = new List<string>();
        var (imported, broken, refused) = (0, 0, 0);
        long level = 0;
        for (var number = 0; number < Cases && wrong.Count < 10; number++)
        {
            var path = folder.File("export.zip");
            await File.WriteAllBytesAsync(path, exports.Make(number), TestContext.Current.CancellationToken);
            var (result, took) = await ImportAsync(school, path);
            if (took > TimeSpan.FromSeconds(1))
            {
                (result, took) = await ImportAsync(school, path);
            }

            if (result is null || took > TimeSpan.FromSeconds(1))
            {
                wrong.Add($"case {number}: {took.TotalSeconds:F1} s");
            }

            broken += result is ImportResult.Broken ? 1 : 0;
            imported += result is ImportResult.Imported ? 1 : 0;
            refused += result is ImportResult.Imported { Refused: > 0 } ? 1 : 0;
            if (number == Cases / 10)
            {
                level = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.Equal(["export.zip"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - level, long.MinValue, MostGrowth);

        // All three ends come: the whole is broken, rows are refused, and what looked broken was not.
        Assert.True(broken > 500 && refused > 500 && imported - refused > 500, $"{broken} broken, {refused} of {imported} with refusals");
    }

    private static async Task<(ImportResult? Result, TimeSpan Took)> ImportAsync(TestSchool school, string path)
    {
        ImportResult? result = null;
        var started = Stopwatch.GetTimestamp();
        await school.InSchoolAsync(async services =>
        {
            using var source = OneRosterSource.FromPath(path);
            result = await services.GetRequiredService<ImportStudentRecords>().ExecuteAsync(source, null, TestContext.Current.CancellationToken);
        });
        return (result, Stopwatch.GetElapsedTime(started));
    }
}
