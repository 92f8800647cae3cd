using System.Globalization;
using System.Text;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>The letters of a school that is not: names of many lengths, half of them in Dutch and half in English.</summary>
internal sealed class BenchmarkedLetters : ICurrentSchool, ISchoolAddress, ISchoolKeys, ILetterTexts
{
    private const int PerClass = 28;

    // As numbers without a common factor, so that each given name meets each family name.
    private static readonly string[] GivenNames =
    [
        "Sanne", "Mohammed", "Zoë", "Daan", "Fatima", "Jan-Willem", "Noor", "Łukasz", "Emma", "Sem", "Aylin", "Tess", "Olivier", "Ελένη", "Bo", "Maximiliaan", "Lieke",
    ];

    private static readonly string[] FamilyNames =
    [
        "de Vries", "Yılmaz", "van den Berg-Jansen", "Bakker", "El Idrissi", "Çelik", "Müller", "Kowalska", "van der Heijden", "Smit", "Nguyễn", "Їжакевич", "Visser",
    ];

    private readonly PersonalData _personalData;

    public BenchmarkedLetters() => _personalData = new PersonalData(this);

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
        // The number stands for the names that a school has and this list has not: every letter has a text of its own.
        var givenName = string.Create(CultureInfo.InvariantCulture, $"{GivenNames[number % GivenNames.Length]} {number}");
        var student = new Student(id, givenName, $"{givenName} {FamilyNames[number % FamilyNames.Length]}", IsActive: true)
        {
            ClassTitle = string.Create(CultureInfo.InvariantCulture, $"{1 + (number / PerClass)}A"),
        };
        return new PrintedLetter(student, CodeOf(number), TimeProvider.System.GetUtcNow().AddDays(30), 2, number % 2 == 0 ? "nl" : "en");
    }
}
