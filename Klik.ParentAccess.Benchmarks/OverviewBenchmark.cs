using System.Diagnostics;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Web.Endpoints;
using Klik.Portal.Commands;
using Klik.Portal.Hosting;
using Klik.Portal.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>GET /parents of parents with two children each, beside a constant page of the same size of the same host.</summary>
internal static class OverviewBenchmark
{
    private const int Students = 100_000;
    private const int Parents = 1_000;
    private const int Measured = 3_000;
    private const int Clients = 16;
    private static readonly TimeSpan LoadTime = TimeSpan.FromSeconds(10);
    private static readonly SchoolId School = SchoolId.Parse("benchmark");

    public static async Task RunAsync()
    {
        using var folder = new BenchmarkFolder();
        foreach (var database in await BenchmarkDatabase.AllAsync(folder.Path))
        {
            await RunAsync(database, folder.Path);
        }
    }

    private static async Task RunAsync(BenchmarkDatabase database, string folder)
    {
        string[] settings = [.. database.Settings, $"--ParentAccess:KeysPath={Path.Combine(folder, "keys")}"];
        var seeded = Path.Combine(folder, $"{database.Name}-{Students}.seeded");
        if (!File.Exists(seeded))
        {
            var exitCode = await CommandLine.RunCommandAsync(["seed", "--students", $"{Students}", "--school", School.Value], AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }), settings);
            if (exitCode != 0)
            {
                throw new InvalidOperationException("The school could not be made.");
            }
        }

        await using var portal = await PortalApplication.BuildAsync(
            [.. settings, "--environment=Development", "--Development:DemoSchool=false", $"--contentRoot={folder}", "--applicationName=Klik.Portal", "--urls=http://127.0.0.1:0"],
            builder => builder.Logging.ClearProviders());
        byte[] page = [];
        portal.MapGet("/benchmark/sign-in/{account}", (string account, HttpContext context) =>
            PortalPeople.SignInAsync(context, new PortalSession(School, PortalRole.Parent, account))).WithMetadata(SchoolEndpointMetadata.Instance);
        portal.MapGet("/benchmark/constant", () => Results.Bytes(page, "text/html; charset=utf-8")).WithMetadata(SchoolEndpointMetadata.Instance);
        if (!File.Exists(seeded))
        {
            await BenchmarkParents.MakeAsync(portal.Services, School, Parents);
            await File.WriteAllTextAsync(seeded, "");
        }

        await portal.StartAsync();

        var root = $"{portal.Urls.First()}/{School}";
        using var browsers = new Browsers(root, Parents);
        await browsers.SignInAsync();
        page = await browsers.GetAsync(0, "/parents");
        await MeasureAsync("constant", "/benchmark/constant", browsers, database);
        await MeasureAsync("overview", "/parents", browsers, database);
        Figure.Print("overview-size", page.Length, "bytes", database.Name);
        await portal.StopAsync();
    }

    private static async Task MeasureAsync(string name, string path, Browsers browsers, BenchmarkDatabase database)
    {
        // Every parent once, so that every first look of a visit is written down and every path is compiled.
        for (var i = 0; i < Parents; i++)
        {
            await browsers.GetAsync(i, path);
        }

        var times = new double[Measured];
        for (var i = 0; i < Measured; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await browsers.GetAsync(i % Parents, path);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        Figure.Print($"{name}-p50", times[Measured / 2], "ms", database.Name);
        Figure.Print($"{name}-p99", times[Measured * 99 / 100], "ms", database.Name);

        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(began) < LoadTime; count++)
            {
                await browsers.GetAsync(((count * Clients) + client) % Parents, path);
            }

            return count;
        }));
        Figure.Print($"{name}-rate", counts.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds, "requests/s", database.Name);
    }
}
