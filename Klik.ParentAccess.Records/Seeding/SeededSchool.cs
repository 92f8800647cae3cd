using System.Globalization;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Records.Seeding;

/// <summary>
/// An invented school: in each of six years twelve subjects of twenty line items, six learning lines of six activities. The same
/// size is always the same school, so that measurements can be compared.
/// </summary>
internal sealed class SeededSchool(int students)
{
    /// <summary>How many results a student has in each subject.</summary>
    public const int LineItemsASubject = 20;

    /// <summary>How many activities a student has begun.</summary>
    public const int ActivitiesBegun = 20;

    private const int Years = 6;
    private const int StudentsAClass = 25;
    private const int Lines = 6;
    private const int ActivitiesALine = 6;

    private static readonly DateOnly FirstDay = new(2026, 8, 24);
    private static readonly string[] Subjects =
    [
        "Nederlands", "Engels", "Duits", "Frans", "Wiskunde", "Natuurkunde", "Scheikunde", "Biologie", "Geschiedenis", "Aardrijkskunde", "Economie", "Kunst",
    ];

    private static readonly string[] GivenNames =
    [
        "Sanne", "Daan", "Noor", "Milan", "Zoë", "Sem", "Fatima", "Lieke", "Björn", "Ayoub", "Evi", "Thijs", "Chloé", "Jayden", "Roos", "Amira", "Lars", "Julia", "Ruben",
    ];

    private static readonly string[] FamilyNames =
    [
        "Jansen", "Bakker", "Visser", "Smit", "Mulder", "Bos", "Peters", "Hendriks", "Dekker", "Brouwer", "Yılmaz", "Dijkstra", "Postma", "Kuipers", "Öztürk", "Willems", "Schouten",
    ];

    public static IEnumerable<CatalogueRow> Catalogue() =>
    [
        new(CatalogueKind.Session, "p1", "Periode 1"),
        new(CatalogueKind.Session, "p2", "Periode 2"),
        new(CatalogueKind.Category, "toets", "Toets"),
        .. from year in Enumerable.Range(1, Years)
           from subject in Subjects.Index()
           select new CatalogueRow(CatalogueKind.Class, Class(year, subject.Index), $"{year} {subject.Item}") { Subject = subject.Item },
    ];

    public static IEnumerable<LineItemRow> LineItems() =>
        from year in Enumerable.Range(1, Years)
        from subject in Subjects.Index()
        from item in Enumerable.Range(0, LineItemsASubject)
        select new LineItemRow(LineItem(year, subject.Index, item), $"Toets {item + 1}", Class(year, subject.Index), subject.Item)
        {
            CategoryId = "toets",
            Category = "Toets",
            PeriodId = item < LineItemsASubject / 2 ? "p1" : "p2",
            Period = item < LineItemsASubject / 2 ? "Periode 1" : "Periode 2",
            Date = Day(item),
            Minimum = 1,
            Maximum = 10,
        };

    public static IEnumerable<LearningLineRow> LearningLines() =>
        Enumerable.Range(0, Lines).Select(line => new LearningLineRow(Text($"line-{line}"), $"Leerlijn {Subjects[line]}", Subjects[line], line));

    public static IEnumerable<ActivityRow> Activities() =>
        from line in Enumerable.Range(0, Lines)
        from activity in Enumerable.Range(0, ActivitiesALine)
        select new ActivityRow(Activity(line, activity), Text($"line-{line}"), $"Activiteit {activity + 1}", activity);

    public IEnumerable<StudentRow> Students() => Enumerable.Range(0, students).Select(number =>
    {
        var givenName = GivenNames[Chance(number, 1) % GivenNames.Length];
        var title = Text($"{Year(number)}-{number / StudentsAClass}");
        return new StudentRow(Student(number), givenName, FamilyNames[Chance(number, 2) % FamilyNames.Length])
        {
            UserName = Text($"student{number}"),
            Address = Text($"student{number}@seed.example"),
            YearTitle = Text($"{Year(number)}"),
            ClassId = title,
            ClassTitle = title,
            BirthDate = new DateOnly(2015 - Year(number), 1, 1).AddDays(Chance(number, 3) % 365),
            IsActiveInSource = true,
        };
    });

    public IEnumerable<ResultRow> Results() => Enumerable.Range(0, students).SelectMany(number => ResultsOf(number, LineItemsASubject));

    public IEnumerable<ActivityProgressRow> Progress() => Enumerable.Range(0, students).SelectMany(number => ProgressOf(number, ActivitiesBegun));

    /// <summary>A student's results, so many in each subject.</summary>
    public static IEnumerable<ResultRow> ResultsOf(int number, int inEachSubject) =>
        from subject in Enumerable.Range(0, Subjects.Length)
        from item in Enumerable.Range(0, inEachSubject)
        select new ResultRow(Student(number), Text($"{number}-{subject}-{item}"), LineItem(Year(number), subject, item), Day(item))
        {
            Score = 3m + (Chance(number, (subject * 100) + item) % 66 / 10m),
        };

    /// <summary>A student's activities that are begun, so many.</summary>
    public static IEnumerable<ActivityProgressRow> ProgressOf(int number, int begun) =>
        from activity in Enumerable.Range(0, begun)
        select new ActivityProgressRow(
            Student(number),
            Activity(activity / ActivitiesALine, activity % ActivitiesALine),
            Chance(number, activity + 5_000) % 4 == 0 ? ActivityState.Busy : ActivityState.Done,
            Day(activity));

    public static string Student(int number) => Text($"seed-{number:D7}");

    /// <summary>A scrambling of two numbers (SplitMix64): always the same, and no pattern that a measurement could profit from.</summary>
    public static int Chance(int number, int salt)
    {
        unchecked
        {
            var x = ((ulong)(uint)number << 32 | (uint)salt) + 0x9E3779B97F4A7C15UL;
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            return (int)((x ^ (x >> 31)) & int.MaxValue);
        }
    }

    private static int Year(int number) => (number / StudentsAClass % Years) + 1;

    private static DateOnly Day(int item) => FirstDay.AddDays(item * 4);

    private static string Class(int year, int subject) => Text($"{year}-{subject}");

    private static string LineItem(int year, int subject, int item) => Text($"{year}-{subject}-{item}");

    private static string Activity(int line, int activity) => Text($"line-{line}-{activity}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
