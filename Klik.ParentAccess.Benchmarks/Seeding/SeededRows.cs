using System.Globalization;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Records.Seeding;
using Klik.Portal.Accounts;
using Klik.Portal.Storage.Letters;
using Klik.Portal.Storage.Links;
using Klik.Portal.Storage.Views;
using Klik.Portal.StudentRecords;

namespace Klik.ParentAccess.Benchmarks.Seeding;

/// <summary>The rows of a seeded school, table by table.</summary>
internal sealed class SeededRows(string school, SeedPlan plan, PersonalData personalData)
{
    private const int Seats = 2;
    private readonly Families _families = new(plan.Students);

    public static string AccountId(int parent) => string.Create(CultureInfo.InvariantCulture, $"parent-{parent:D7}");

    public static string Subject(int parent) => string.Create(CultureInfo.InvariantCulture, $"subject-{parent:D7}");

    public const string Issuer = "https://accounts.google.com";

    /// <summary>The id of a student's letter, which its code follows from.</summary>
    public static Guid LetterId(int student) => new(student, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    public IEnumerable<Portal.Students.StudentRow> Students() => new SeededSchool(plan.Students).Students().Select(row => new Portal.Students.StudentRow
    {
        SchoolId = school,
        Id = row.Id,
        GivenName = row.GivenName,
        FamilyName = row.FamilyName,
        DisplayName = $"{row.GivenName} {row.FamilyName}",
        UserName = row.UserName,
        UserNameNormalized = row.UserName?.ToLowerInvariant(),
        Address = row.Address,
        AddressNormalized = row.Address?.ToLowerInvariant(),
        YearTitle = row.YearTitle,
        ClassId = row.ClassId,
        ClassTitle = row.ClassTitle,
        BirthDate = row.BirthDate,
        IsActiveInSource = true,
        ChangedAt = SeedMoments.Old,
    });

    public IEnumerable<StoredCatalogueEntry> Catalogue() => SeededSchool.Catalogue().Select(row => new StoredCatalogueEntry
    {
        SchoolId = school,
        Id = row.Id,
        Kind = row.Kind,
        SourceId = row.SourceId,
        Title = row.Title,
        Subject = row.Subject,
        CourseId = row.CourseId,
    });

    public IEnumerable<StoredLineItem> LineItems() => SeededSchool.LineItems().Select(row => new StoredLineItem
    {
        SchoolId = school,
        Id = row.Id,
        Title = row.Title,
        ClassId = row.ClassId,
        Subject = row.Subject,
        CategoryId = row.CategoryId,
        Category = row.Category,
        PeriodId = row.PeriodId,
        Period = row.Period,
        Date = row.Date,
        Minimum = row.Minimum,
        Maximum = row.Maximum,
    });

    public IEnumerable<StoredLearningLine> LearningLines() => SeededSchool.LearningLines().Select(row => new StoredLearningLine
    {
        SchoolId = school,
        Id = row.Id,
        Title = row.Title,
        Subject = row.Subject,
        SortOrder = row.Order,
    });

    public IEnumerable<StoredActivity> Activities() => SeededSchool.Activities().Select(row => new StoredActivity
    {
        SchoolId = school,
        Id = row.Id,
        LearningLineId = row.LearningLineId,
        Title = row.Title,
        SortOrder = row.Order,
    });

    public IEnumerable<StoredResult> Results() =>
        from student in Enumerable.Range(0, plan.Students)
        from row in SeededSchool.ResultsOf(student, plan.InEachSubjectOf(student)).Index()
        select new StoredResult
        {
            SchoolId = school,
            StudentId = row.Item.StudentId,
            Id = row.Item.Id,
            LineItemId = row.Item.LineItemId,
            Date = row.Item.Date,
            Score = row.Item.Score,
            ChangedAt = ChangedAt(student, row.Index),
        };

    public IEnumerable<StoredActivityProgress> Progress() =>
        from student in Enumerable.Range(0, plan.Students)
        from row in SeededSchool.ProgressOf(student, plan.BegunBy(student)).Index()
        select new StoredActivityProgress
        {
            SchoolId = school,
            StudentId = row.Item.StudentId,
            Id = row.Item.Id,
            State = row.Item.State,
            Date = row.Item.Date,
            ChangedAt = ChangedAt(student, row.Index),
        };

    public IEnumerable<PortalUser> Accounts() => ByParent((_, parent) => new PortalUser
    {
        SchoolId = school,
        Id = AccountId(parent),
        UserName = AccountId(parent),
        UserNameNormalized = AccountId(parent).ToUpperInvariant(),
        NamedAt = SeedMoments.Linked,
        WantsEmail = true,
    });

    public IEnumerable<AccountLoginRow> Logins() => ByParent((_, parent) => new AccountLoginRow
    {
        SchoolId = school,
        Issuer = Issuer,
        Subject = Subject(parent),
        AccountId = AccountId(parent),
        Provider = ExternalProvider.Google,
    });

    public IEnumerable<LinkRow> Links()
    {
        // Encrypted once: what is in it is never looked at.
        var name = personalData.Protect("Jan de Vries").Value;
        return ByLink((child, parent, number) => new LinkRow
        {
            SchoolId = school,
            Id = new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
            StudentId = SeededSchool.Student(child),
            AccountId = AccountId(parent),
            Name = name,
            Origin = LinkOrigin.Invitation,
            Since = SeedMoments.Linked,
        });
    }

    public IEnumerable<ViewRow> Views() => ByLink((child, parent, number) => new ViewRow
    {
        SchoolId = school,
        Id = new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2),
        At = SeedMoments.Visit,
        AccountId = AccountId(parent),
        StudentId = SeededSchool.Student(child),
        Part = StudentPart.Overview,
    });

    public IEnumerable<LetterRow> Letters() => Enumerable.Range(0, plan.Students).Select(student => new LetterRow
    {
        SchoolId = school,
        Id = LetterId(student),
        StudentId = SeededSchool.Student(student),
        Issue = 1,
        KeyVersion = personalData.NewestKeyVersion,
        CodeHash = CodeOf(student, personalData).Hash(personalData).Value,
        Seats = Seats,
        UsedSeats = 0,
        WrongBirthDates = 0,
        MadeAt = SeedMoments.Linked,
        ExpiresAt = SeedMoments.LettersEnd,
    });

    /// <summary>The code of a student's letter.</summary>
    public static ActivationCode CodeOf(int student, PersonalData personalData) =>
        ActivationCode.For(LetterId(student), 1, personalData.NewestKeyVersion, personalData)!;

    // About one in thirty is new since the last visit.
    private static DateTimeOffset ChangedAt(int student, int row) =>
        SeededSchool.Chance(student, 70_000 + row) % 30 == 0 ? SeedMoments.New : SeedMoments.Old;

    private IEnumerable<T> ByParent<T>(Func<Family, int, T> make) =>
        from family in _families.All()
        from parent in Enumerable.Range(family.FirstParent, family.Parents)
        select make(family, parent);

    private IEnumerable<T> ByLink<T>(Func<int, int, int, T> make)
    {
        var number = 0;
        foreach (var family in _families.All())
        {
            foreach (var parent in Enumerable.Range(family.FirstParent, family.Parents))
            {
                foreach (var child in family.Children)
                {
                    yield return make(child, parent, number++);
                }
            }
        }
    }
}
