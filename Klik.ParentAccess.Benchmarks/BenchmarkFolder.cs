namespace Klik.ParentAccess.Benchmarks;

/// <summary>
/// Where a benchmark's data is: a folder that is gone afterwards, or the one that <c>KLIK_BENCHMARK_DATA</c> names, so that a
/// large school is made once and measured often.
/// </summary>
internal sealed class BenchmarkFolder : IDisposable
{
    private const string Variable = "KLIK_BENCHMARK_DATA";

    /// <summary>Whether the data is kept.</summary>
    public static bool IsKept => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    public string Path { get; } = IsKept
        ? Directory.CreateDirectory(Environment.GetEnvironmentVariable(Variable)!).FullName
        : Directory.CreateTempSubdirectory("klik-benchmark-").FullName;

    public void Dispose()
    {
        if (!IsKept)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
