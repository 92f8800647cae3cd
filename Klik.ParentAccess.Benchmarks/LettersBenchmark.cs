using System.Diagnostics;
using System.Globalization;
using System.Text;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Students;
using QRCoder;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>One PDF of 10,000 letters, and of 1,000 to compare; beside making the 10,000 QR codes alone, on all processors: the limit.</summary>
internal static class LettersBenchmark
{
    private const int Letters = 10_000;
    private const int PerClass = 28;

    public static async Task RunAsync()
    {
        var benchmarked = new BenchmarkedSchool();
        using var folder = new BenchmarkFolder();
        var file = Path.Combine(folder.Path, "letters.pdf");

        // The first few letters load the fonts and the code.
        await WriteAsync(benchmarked, 100, file);
        Figure.Print("letters-1000", await WriteAsync(benchmarked, Letters / 10, file), "s", "one PDF");
        using var process = Process.GetCurrentProcess();
        var worked = process.TotalProcessorTime;
        Figure.Print("letters-10000", await WriteAsync(benchmarked, Letters, file), "s", "one PDF");
        process.Refresh();
        // Hardly touched by what else the machine does: divided by its processors it is about the time on a quiet machine.
        Figure.Print("letters-10000-processor-time", (process.TotalProcessorTime - worked).TotalSeconds, "s", "one PDF");
        Figure.Print("letters-10000-size", new FileInfo(file).Length / 1024.0 / 1024, "MB", "one PDF");
        File.Delete(file);
        Figure.Print("letters-10000-peak-memory", process.PeakWorkingSet64 / 1024.0 / 1024, "MB", "the process");

        var began = Stopwatch.GetTimestamp();
        Parallel.For(0, Letters, number =>
        {
            using var data = QRCodeGenerator.GenerateQrCode($"{benchmarked.Base}a#{benchmarked.CodeOf(number).Text}", QRCodeGenerator.ECCLevel.M);
        });
        Figure.Print("letters-10000-codes", Stopwatch.GetElapsedTime(began).TotalSeconds, "s", "QR codes alone");
    }

    private static async Task<double> WriteAsync(BenchmarkedSchool school, int letters, string file)
    {
        await using var stream = new FileStream(file, FileMode.Create);
        var began = Stopwatch.GetTimestamp();
        await new WriteLetters(school, school, school, TimeProvider.System).ExecuteAsync(
            Enumerable.Range(0, letters).Select(school.LetterOf).ToAsyncEnumerable(), "nl", stream, null, CancellationToken.None);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private sealed class BenchmarkedSchool : ICurrentSchool, ISchoolAddress, ISchoolKeys, ILetterTexts
    {
        private readonly PersonalData _personalData;

        public BenchmarkedSchool() => _personalData = new PersonalData(this);

        public School School { get; } = new(SchoolId.Parse("benchmark"), "Het Voorbeeld");

        public Uri Base { get; } = new("https://ouders.voorbeeld.nl/benchmark/");

        public IReadOnlyList<SchoolKey> Versions { get; } = [new SchoolKey(1, Encoding.ASCII.GetBytes("the key of a school that is not."))];

        public Task<IReadOnlyDictionary<string, LetterText>> OwnAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, LetterText>>(new Dictionary<string, LetterText>());

        public Task SetAsync(string language, LetterText? text, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ActivationCode CodeOf(int number) => ActivationCode.For(new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 1, 1, _personalData)!;

        public PrintedLetter LetterOf(int number)
        {
            var id = StudentId.Parse(string.Create(CultureInfo.InvariantCulture, $"s{number}"));
            var student = new Student(id, "Sanne", string.Create(CultureInfo.InvariantCulture, $"Sanne de Vries-Çelik {number}"), IsActive: true)
            {
                ClassTitle = string.Create(CultureInfo.InvariantCulture, $"{1 + (number / PerClass)}A"),
            };
            return new PrintedLetter(student, CodeOf(number), TimeProvider.System.GetUtcNow().AddDays(30), 2, number % 2 == 0 ? "nl" : "en");
        }
    }
}
