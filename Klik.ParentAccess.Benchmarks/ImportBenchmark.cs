using System.Diagnostics;
using System.Globalization;
using Klik.Portal.Commands;
using Spectre.Console;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>An import of 500,000 results into an empty school, and the same file once more.</summary>
internal static class ImportBenchmark
{
    private const int Students = 25_000;
    private const int LineItems = 20;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("klik-benchmark-");
        try
        {
            var files = folder.CreateSubdirectory("files").FullName;
            await WriteAsync(files);
            foreach (var database in await BenchmarkDatabase.AllAsync(folder.FullName))
            {
                string[] settings = [.. database.Settings, $"--ParentAccess:KeysPath={Path.Combine(folder.FullName, "keys")}"];
                await ImportAsync("import", files, settings, database);
                await ImportAsync("import-again", files, settings, database);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ImportAsync(string name, string files, string[] settings, BenchmarkDatabase database)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        var began = Stopwatch.GetTimestamp();
        var exitCode = await CommandLine.RunCommandAsync(["import", files, "--school", "benchmark"], console, settings);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (exitCode != 0)
        {
            throw new InvalidOperationException("The import did not work.");
        }

        using var process = Process.GetCurrentProcess();
        Figure.Print(name, Students * LineItems / seconds, "result rows/s", database.Name);
        Figure.Print($"{name}-time", seconds, "s", database.Name);
        Figure.Print($"{name}-peak-memory", process.PeakWorkingSet64 / 1024.0 / 1024, "MB", database.Name);
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
