using System.Diagnostics;
using System.Globalization;
using Klik.ParentAccess.Core.Letters;
using QRCoder;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>
/// One PDF of 10,000 letters by a process that has made few before, beside making the 10,000 QR codes alone, on all processors: the
/// limit. And then PDFs of 2,500 up to 20,000 letters: what a letter costs and how much memory is needed, neither of which should grow.
/// </summary>
internal static class LettersBenchmark
{
    private const int Letters = 10_000;

    private static readonly int[] Sizes = [2_500, 5_000, Letters, 20_000];

    public static async Task RunAsync()
    {
        var school = new BenchmarkedLetters();
        using var folder = new BenchmarkFolder();
        var file = Path.Combine(folder.Path, "letters.pdf");

        // The first few letters load the fonts and the code.
        await WriteAsync(school, 100, file);
        Print("letters-1000", Letters / 10, await Measured.OfAsync(() => WriteAsync(school, Letters / 10, file)), "one PDF");
        Print("letters-10000", Letters, await Measured.OfAsync(() => WriteAsync(school, Letters, file)), "one PDF");
        Figure.Print("letters-10000-size", new FileInfo(file).Length / 1024.0 / 1024, "MB", "one PDF");

        // From here on nothing is compiled any more, so that small and large can be held against each other.
        var written = new List<Measured>();
        foreach (var letters in Sizes)
        {
            written.Add(await Measured.OfAsync(() => WriteAsync(school, letters, file)));
            Print(string.Create(CultureInfo.InvariantCulture, $"letters-linear-{letters}"), letters, written[^1], "one PDF, by a process that has made many");
        }

        File.Delete(file);
        var (small, large) = (written[0], written[^1]);
        Figure.Print(
            "letters-linear-growth", large.ProcessorSeconds / Sizes[^1] / (small.ProcessorSeconds / Sizes[0]), "times", "processor time a letter, of the most letters to the fewest: 1 is linear");
        Figure.Print(
            "letters-linear-memory-growth", 1024 * (large.PeakMegabytes - small.PeakMegabytes) / (Sizes[^1] - Sizes[0]), "kB", "a letter more, from the fewest to the most");

        var codes = await Measured.OfAsync(() => MakeCodes(school));
        Figure.Print("letters-10000-codes", codes.Seconds, "s", "QR codes alone");
        Figure.Print("letters-10000-codes-processor-time", codes.ProcessorSeconds, "s", "QR codes alone");
    }

    private static void Print(string name, int letters, Measured measured, string of)
    {
        Figure.Print(name, measured.Seconds, "s", of);
        // Hardly touched by what else the machine does: divided by its processors it is about the time on a quiet machine.
        Figure.Print($"{name}-processor-time", measured.ProcessorSeconds, "s", of);
        Figure.Print($"{name}-per-letter", 1000 * measured.ProcessorSeconds / letters, "ms", "processor time a letter");
        Figure.Print($"{name}-peak-memory", measured.PeakMegabytes, "MB", "the process");
    }

    private static async Task WriteAsync(BenchmarkedLetters school, int letters, string file)
    {
        await using var stream = new FileStream(file, FileMode.Create);
        await new WriteLetters(school, school, school, TimeProvider.System).ExecuteAsync(
            Enumerable.Range(0, letters).Select(school.LetterOf).ToAsyncEnumerable(), "nl", stream, null, CancellationToken.None);
    }

    private static Task MakeCodes(BenchmarkedLetters school)
    {
        Parallel.For(0, Letters, number =>
        {
            using var data = QRCodeGenerator.GenerateQrCode($"{school.Base}a#{school.CodeOf(number).Text}", QRCodeGenerator.ECCLevel.M);
        });
        return Task.CompletedTask;
    }

    private sealed record Measured(double Seconds, double ProcessorSeconds, double PeakMegabytes)
    {
        public static async Task<Measured> OfAsync(Func<Task> work)
        {
            ForgetPeak();
            using var process = Process.GetCurrentProcess();
            var worked = process.TotalProcessorTime;
            var began = Stopwatch.GetTimestamp();
            await work();
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            process.Refresh();
            return new Measured(seconds, (process.TotalProcessorTime - worked).TotalSeconds, process.PeakWorkingSet64 / 1024.0 / 1024);
        }

        // What was needed before is not this work's; where that cannot be said, the peak is of all until then.
        private static void ForgetPeak()
        {
            if (OperatingSystem.IsLinux())
            {
                File.WriteAllText("/proc/self/clear_refs", "5");
            }
        }
    }
}
