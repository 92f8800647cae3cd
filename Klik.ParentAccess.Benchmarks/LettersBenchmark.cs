using System.Diagnostics;
using System.Globalization;
using Klik.ParentAccess.Core.Letters;
using QRCoder;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>
/// One PDF of 10,000 letters, beside making the 10,000 QR codes alone, on all processors: the limit. And PDFs of 2,500 up to 20,000
/// letters, the small ones first: what a letter costs and how much memory the process came to need, which should hardly grow.
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
        var written = new List<Measured>();
        foreach (var letters in Sizes)
        {
            var measured = await Measured.OfAsync(() => WriteAsync(school, letters, file));
            written.Add(measured);
            var name = string.Create(CultureInfo.InvariantCulture, $"letters-{letters}");
            Figure.Print(name, measured.Seconds, "s", "one PDF");
            // Hardly touched by what else the machine does: divided by its processors it is about the time on a quiet machine.
            Figure.Print($"{name}-processor-time", measured.ProcessorSeconds, "s", "one PDF");
            Figure.Print($"{name}-processor-time-per-letter", 1000 * measured.ProcessorSeconds / letters, "ms", "a letter");
            Figure.Print($"{name}-size", new FileInfo(file).Length / 1024.0 / 1024, "MB", "one PDF");
            Figure.Print($"{name}-peak-memory", measured.PeakMegabytes, "MB", "the process up to then");
        }

        File.Delete(file);
        var (small, large) = (written[0], written[^1]);
        var times = (double)Sizes[^1] / Sizes[0];
        Figure.Print("letters-growth-processor-time", large.ProcessorSeconds / small.ProcessorSeconds / times, "times", "what a letter costs in the largest PDF to the smallest: 1 is linear");
        Figure.Print("letters-growth-memory", 1024 * (large.PeakMegabytes - small.PeakMegabytes) / (Sizes[^1] - Sizes[0]), "kB", "a letter more, from the smallest PDF to the largest");

        var codes = await Measured.OfAsync(() => MakeCodes(school));
        Figure.Print("letters-10000-codes", codes.Seconds, "s", "QR codes alone");
        Figure.Print("letters-10000-codes-processor-time", codes.ProcessorSeconds, "s", "QR codes alone");
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
            using var process = Process.GetCurrentProcess();
            var worked = process.TotalProcessorTime;
            var began = Stopwatch.GetTimestamp();
            await work();
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            process.Refresh();
            return new Measured(seconds, (process.TotalProcessorTime - worked).TotalSeconds, process.PeakWorkingSet64 / 1024.0 / 1024);
        }
    }
}
