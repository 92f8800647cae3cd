using System.Globalization;
using Klik.ParentAccess.Benchmarks;
using Klik.ParentAccess.Benchmarks.Seeding;
using Klik.ParentAccess.Benchmarks.Serving;

const int SmallSchool = 1_000;
const int LargeSchool = 100_000;

var benchmarks = new Dictionary<string, Func<int?, Task>>(StringComparer.Ordinal)
{
    ["seed"] = students => SeededDatabase.ForEachAsync(students ?? SmallSchool, _ => Task.CompletedTask),
    ["overview"] = students => OverviewBenchmark.RunAsync(students ?? LargeSchool),
    ["invite-1000"] = students => InviteBenchmark.RunAsync(students ?? SmallSchool),
    ["letters-10000"] = _ => LettersBenchmark.RunAsync(),
    ["redeem"] = students => RedeemBenchmark.RunAsync(students ?? SmallSchool),
    ["import"] = _ => ImportBenchmark.RunAsync(),
    ["scale"] = _ => ScaleBenchmark.RunAsync(),
    ["start"] = _ => StartBenchmark.RunAsync(),
};

// A process that such a benchmark starts itself.
if (args is [ServedPortal.Command, var name, var folder, var provider, var connectionString])
{
    await ServedPortal.RunAsync(new BenchmarkDatabase(name, folder, provider, connectionString));
    return 0;
}

int? size = null;
if (args is [_, var number])
{
    size = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
}

if (args.Length is < 1 or > 2 || size is 0 || (args[0] != "all" && !benchmarks.ContainsKey(args[0])))
{
    await Console.Error.WriteLineAsync(
        $"""
        Name one of: {string.Join(", ", benchmarks.Keys)}, or all. A number after seed, overview, invite-1000 or redeem is how many students
        the school has. PostgreSQL is measured too where ConnectionStrings__ParentAccess names a server; KLIK_BENCHMARK_DATA names a folder
        that keeps the schools for the next time.
        """);
    return 2;
}

foreach (var run in args[0] == "all" ? benchmarks.Values.ToList() : [benchmarks[args[0]]])
{
    await run(size);
}

return 0;
