using System.Diagnostics;
using System.Globalization;
using Klik.ParentAccess.Benchmarks.Seeding;
using Klik.Portal.Commands;
using Klik.Portal.Students;
using Klik.Portal.StudentRecords;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>An import of 500,000 results into an empty school, beside copying the same rows: the limit; and the same files once more.</summary>
internal static class ImportBenchmark
{
    private const int Students = 25_000;
    private const int LineItems = 20;

    private const double MostTimesCopy = 5;

    public static async Task RunAsync()
    {
        var files = Directory.CreateTempSubdirectory("klik-benchmark-");
        try
        {
            await WriteAsync(files.FullName);
            await BenchmarkDatabase.ForEachAsync($"import_{Environment.ProcessId}", async database =>
            {
                var copy = await CopyAsync(database);
                Figure.Print("import-copy", copy, "s", "the same rows copied into empty tables", database.Name);
                var first = await ImportAsync(files.FullName, database);
                Figure.Print("import", Students * LineItems / first, "result rows/s", $"copy {Students * LineItems / copy:F0} result rows/s", database.Name);
                Figure.Print("import-time", first, "s", "limit 60 s", database.Name);
                Figure.Print("import-times-copy", first / copy, "times", $"copy; limit {MostTimesCopy}", database.Name);
                Figure.Print("import-again-time", await ImportAsync(files.FullName, database), "s", "the same files, nothing changed", database.Name);
                using var process = Process.GetCurrentProcess();
                Figure.Print("import-peak-memory", process.PeakWorkingSet64 / 1024.0 / 1024, "MB", "limit 500 MB", database.Name);
            });
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    /// <summary>Copies rows like those of the files into the empty tables and empties them again.</summary>
    /// <returns>How long it took, in seconds.</returns>
    private static async Task<double> CopyAsync(BenchmarkDatabase database)
    {
        await using var portal = await database.BuildPortalAsync();
        double seconds = 0;
        await new Uses(portal.Services).OfDatabaseAsync(async context =>
        {
            var began = Stopwatch.GetTimestamp();
            await SeededDatabase.CopyAsync(database, context, CopiedRows.LineItems(LineItems), CopiedRows.Students(Students), CopiedRows.Results(Students, LineItems));
            seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            await context.Set<StoredResult>().ExecuteDeleteAsync();
            await context.Set<StoredLineItem>().ExecuteDeleteAsync();
            await context.Set<StudentRow>().ExecuteDeleteAsync();
        });
        return seconds;
    }

    private static async Task<double> ImportAsync(string files, BenchmarkDatabase database)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        var began = Stopwatch.GetTimestamp();
        var exitCode = await CommandLine.RunCommandAsync(["import", files, "--school", SeededDatabase.School.Id.Value], console, database.Settings);
        return exitCode == 0 ? Stopwatch.GetElapsedTime(began).TotalSeconds : throw new InvalidOperationException("The import did not work.");
    }

    private static async Task WriteAsync(string folder)
    {
        await WriteAsync(folder, "manifest.csv", "propertyName,value", ["manifest.version,1.0", "oneroster.version,1.1", .. Files.Select(file => $"file.{file},bulk")]);
        await WriteAsync(folder, "orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId", ["school,active,,Benchmark,school,,"]);
        await WriteAsync(folder, "academicSessions.csv", "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear", ["p1,active,,Periode 1,gradingPeriod,2026-08-24,2027-01-31,,2027"]);
        await WriteAsync(folder, "courses.csv", "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes", ["course,active,,,Wiskunde,,,school,Wiskunde,"]);
        await WriteAsync(folder, "classes.csv", "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods", ["class,active,,Wiskunde 2B,,course,,scheduled,,school,p1,Wiskunde,,"]);
        await WriteAsync(folder, "categories.csv", "sourcedId,status,dateLastModified,title", ["test,active,,Toets"]);
        await WriteAsync(folder, "enrollments.csv", "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate", Numbers(Students).Select(i => $"e{i},active,,class,school,s{i},student,,,"));
        await WriteAsync(folder, "users.csv", "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password", Numbers(Students).Select(i => $"s{i},active,,true,school,student,student{i},,Sanne,de Vries,,,student{i}@school.example,,,,2,"));
        await WriteAsync(folder, "lineItems.csv", "sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,categorySourcedId,gradingPeriodSourcedId,resultValueMin,resultValueMax", Numbers(LineItems).Select(i => $"l{i},active,,Toets {i},,2026-09-01,2026-09-15,class,test,p1,1,10"));
        await WriteAsync(folder, "results.csv", "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment", Numbers(Students).SelectMany(s => Numbers(LineItems).Select(l => string.Create(CultureInfo.InvariantCulture, $"r{s}-{l},active,,l{l},s{s},fully graded,{1 + ((s + l) % 90 / 10.0)},2026-09-15,"))));
    }

    private static readonly string[] Files = ["academicSessions", "categories", "classes", "courses", "enrollments", "lineItems", "orgs", "results", "users"];

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);

    private static async Task WriteAsync(string folder, string file, string header, IEnumerable<string> rows)
    {
        await using var writer = new StreamWriter(Path.Combine(folder, file));
        await writer.WriteLineAsync(header);
        foreach (var row in rows)
        {
            await writer.WriteLineAsync(row);
        }
    }
}
