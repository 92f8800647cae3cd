using Klik.ParentAccess.Benchmarks;

var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["overview"] = OverviewBenchmark.RunAsync,
    ["letters-10000"] = LettersBenchmark.RunAsync,
    ["import"] = ImportBenchmark.RunAsync,
    ["start"] = StartBenchmark.RunAsync,
};
if (args is not [var name] || !benchmarks.TryGetValue(name, out var run))
{
    await Console.Error.WriteLineAsync($"Name one of: {string.Join(", ", benchmarks.Keys)}. PostgreSQL is measured too where ConnectionStrings__ParentAccess names a server.");
    return 2;
}

await run();
return 0;
