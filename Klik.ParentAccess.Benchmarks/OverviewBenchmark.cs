using System.Diagnostics;
using Klik.ParentAccess.Benchmarks.Seeding;
using Klik.ParentAccess.Benchmarks.Serving;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>GET /parents of parents with two children each, beside a constant page of the same size of the same host: the limit.</summary>
internal static class OverviewBenchmark
{
    private const int Measured = 3_000;
    private const int Clients = 16;
    private const string Path = "/parents";
    private const string Memory = "limit 350 MB";
    private static readonly TimeSpan LoadTime = TimeSpan.FromSeconds(10);

    public static Task RunAsync(int students) => SeededDatabase.ForEachAsync(students, async database =>
    {
        await SeenViews.ForgetAsync(database);
        await using var portal = await PortalProcess.StartAsync(database);
        using var browsers = new Browsers(portal.Root, [.. new Families(students).OfTwoChildren().Select(family => family.FirstParent)]);
        await browsers.SignInAsync();
        var size = (await browsers.GetAsync(0, Path)).Length;

        var constant = await MeasureAsync("constant", $"{ServedPortal.Constant}{size}", "the bare page", portal, browsers, database);
        var overview = await MeasureAsync("overview", Path, $"constant {constant:F0} requests/s", portal, browsers, database);
        Figure.Print("overview-ratio", 100 * overview / constant, "%", "constant; aim 40 %, below 15 % is a defect", database.Name);
        Figure.Print("overview-size", size, "bytes", "-", database.Name);
        Figure.Print("portal-memory", portal.PeakMegabytes, "MB", Memory, database.Name);
    });

    /// <returns>Requests a second.</returns>
    private static async Task<double> MeasureAsync(string name, string path, string of, PortalProcess portal, Browsers browsers, BenchmarkDatabase database)
    {
        // Every parent a few times, so that every first look of a visit is written down and every path is compiled.
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            for (var i = 0; i < browsers.Count; i++)
            {
                await browsers.GetAsync((i + (client * 61)) % browsers.Count, path);
            }
        }));

        var times = await Times.OfAsync(Measured, i => browsers.GetAsync(i % browsers.Count, path));
        Figure.Print($"{name}-p50", times.Median, "ms", of, database.Name);
        Figure.Print($"{name}-p99", times.P99, "ms", of, database.Name);

        var worked = portal.ProcessorSeconds;
        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(began) < LoadTime; count++)
            {
                await browsers.GetAsync(((count * Clients) + client) % browsers.Count, path);
            }

            return count;
        }));
        var rate = counts.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
        Figure.Print($"{name}-rate", rate, "requests/s", of, database.Name);
        // What the portal itself worked, which hardly depends on what else the machine does.
        Figure.Print($"{name}-processor-time", (portal.ProcessorSeconds - worked) * 1_000_000 / counts.Sum(), "µs/request", of, database.Name);
        return rate;
    }
}
