using System.Globalization;
using Klik.ParentAccess.Benchmarks.Seeding;
using Klik.Portal.StudentRecords;
using Klik.Portal.Students;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>The rows that the imported files become.</summary>
internal static class CopiedRows
{
    private static readonly DateOnly Day = new(2026, 9, 15);

    private static string School => SeededDatabase.School.Id.Value;

    public static IEnumerable<StoredLineItem> LineItems(int count) => Enumerable.Range(1, count).Select(number => new StoredLineItem
    {
        SchoolId = School,
        Id = Text($"l{number}"),
        Title = Text($"Toets {number}"),
        ClassId = "class",
        Subject = "Wiskunde",
        CategoryId = "test",
        Category = "Toets",
        PeriodId = "p1",
        Period = "Periode 1",
        Date = Day,
        Minimum = 1,
        Maximum = 10,
    });

    public static IEnumerable<StudentRow> Students(int count) => Enumerable.Range(1, count).Select(number => new StudentRow
    {
        SchoolId = School,
        Id = Text($"s{number}"),
        GivenName = "Sanne",
        FamilyName = "de Vries",
        DisplayName = "Sanne de Vries",
        UserName = Text($"student{number}"),
        UserNameNormalized = Text($"student{number}"),
        Address = Text($"student{number}@school.example"),
        AddressNormalized = Text($"student{number}@school.example"),
        YearTitle = "2",
        ClassId = "class",
        ClassTitle = "Wiskunde 2B",
        IsActiveInSource = true,
        ChangedAt = SeedMoments.Old,
    });

    public static IEnumerable<StoredResult> Results(int students, int lineItems) =>
        from student in Enumerable.Range(1, students)
        from lineItem in Enumerable.Range(1, lineItems)
        select new StoredResult
        {
            SchoolId = School,
            StudentId = Text($"s{student}"),
            Id = Text($"r{student}-{lineItem}"),
            LineItemId = Text($"l{lineItem}"),
            Date = Day,
            Score = 1 + ((student + lineItem) % 90 / 10m),
            ChangedAt = SeedMoments.Old,
        };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
