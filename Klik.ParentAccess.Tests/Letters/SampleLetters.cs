using System.Globalization;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>Letters of a school that is not, and the PDF of them.</summary>
internal sealed class SampleLetters : IDisposable
{
    public const string Greek = "Ελένη Παπαδοπούλου-Ἀθηνᾶ";
    public const string Cyrillic = "Ґалина Їжакевич-Ёлкина Ђорђевић";
    public const string Latin = "Łukasz Şükrüoğlu-Þórsdóttir Nguyễn d'Ærøskøbing";

    private static readonly string[] Names = ["Emma de Vries", Greek, Cyrillic, Latin, "Zoë Öztürk", "Ŀluís Çelik", "Željko Đurić", "Jean-Loïc Müller-Weiß"];

    private readonly FakeSchoolContext _school = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klik-letters-");

    public FixedClock Clock { get; } = new();

    public FakeSchoolContext School => _school;

    public FakeLetterTexts LetterTexts { get; } = new();

    public Dictionary<string, LetterText> Texts => LetterTexts.Own;

    /// <summary>A letter.</summary>
    /// <param name="number">Any; another number is another letter.</param>
    /// <param name="name">The student's name.</param>
    /// <param name="classTitle">The class.</param>
    /// <param name="language">The language.</param>
    public PrintedLetter Letter(int number, string? name = null, string? classTitle = "2A", string language = "nl")
    {
        var whole = name ?? Names[number % Names.Length];
        var student = new Student(StudentId.Parse(string.Create(CultureInfo.InvariantCulture, $"s{number}")), whole.Split(' ')[0], whole, IsActive: true) { ClassTitle = classTitle };
        var code = ActivationCode.For(new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 1, 1, new PersonalData(_school))!;
        return new PrintedLetter(student, code, Clock.GetUtcNow().AddDays(30), 2, language);
    }

    /// <summary>Many letters, thirty a class, half of them in English.</summary>
    public IReadOnlyList<PrintedLetter> Many(int count) =>
    [
        .. Enumerable.Range(0, count).Select(number =>
            Letter(number, classTitle: string.Create(CultureInfo.InvariantCulture, $"Klas {1 + (number / 30)}"), language: number % 2 == 0 ? "nl" : "en")),
    ];

    /// <summary>The PDF of some letters, in a file.</summary>
    public async Task<string> WriteAsync(IEnumerable<PrintedLetter> letters, IProgress<int>? progress = null)
    {
        var file = PathOf("letters.pdf");
        await using var stream = new FileStream(file, FileMode.Create);
        await WriteAsync(letters, stream, progress);
        return file;
    }

    public Task<int> WriteAsync(IEnumerable<PrintedLetter> letters, Stream stream, IProgress<int>? progress = null) =>
        new WriteLetters(_school, _school, LetterTexts, Clock).ExecuteAsync(letters.ToAsyncEnumerable(), "nl", stream, progress, TestContext.Current.CancellationToken);

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Link(PrintedLetter letter) => $"{_school.Base}a#{letter.Code.Text}";

    public void Dispose() => _folder.Delete(recursive: true);
}
