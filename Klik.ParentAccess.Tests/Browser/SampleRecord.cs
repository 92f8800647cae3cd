using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Tests.Portal;
using Klik.Portal.Storage;
using Klik.Portal.StudentRecords;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>Fills a student's record with something in each part, as an import would.</summary>
internal static class SampleRecord
{
    /// <summary>A word that fits no phone.</summary>
    public const string LongWord = "Hottentottententententoonstellingsbezoekersaantallenregistratieformulier";

    private static readonly DateOnly Day = new(2026, 3, 3);
    private static readonly DateTimeOffset Changed = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Fills it.</summary>
    /// <param name="school">The student's school.</param>
    /// <param name="student">Whose record it is.</param>
    /// <param name="mark">Stands behind every text, to see what a long one does.</param>
    public static Task FillRecordAsync(this TestSchool school, TestStudent student, string mark = "") => school.InSchoolAsync(async services =>
    {
        var database = services.GetRequiredService<ParentAccessDbContext>();
        database.AddRange(Rows(school.Id.Value, student.Id, mark));
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private static IEnumerable<object> Rows(string school, string student, string mark) =>
    [
        .. Results(school, student, mark),
        .. Progress(school, student, mark),
        new StoredAssessment
        {
            SchoolId = school, StudentId = student, Id = "b1", Title = $"Betoog{mark}", Date = Day, Subject = $"Nederlands{mark}",
            Teacher = $"mevrouw Bakker{mark}", Level = $"Gevorderd{mark}", Text = $"Sterk opgebouwd.\nLet op de spelling{mark}", ChangedAt = Changed,
        },
        new StoredGoal { SchoolId = school, StudentId = student, Id = "d1", Title = $"Beter plannen{mark}", State = ActivityState.Busy, Description = $"Elke week{mark}", DueDate = Day.AddDays(40), ChangedAt = Changed },
        Step(school, student, 1, $"Agenda kopen{mark}", ActivityState.Done),
        Step(school, student, 2, $"Agenda invullen{mark}", ActivityState.Busy),
        Step(school, student, 3, "Terugkijken", ActivityState.NotStarted),
        new StoredPersonalLink { SchoolId = school, StudentId = student, Id = "k1", Title = $"Oefensite{mark}", Kind = PersonalLinkKind.Source, Address = "https://www.oefenen.example/sommen?a=1&b=2", Description = $"Voor thuis{mark}", ChangedAt = Changed },
        new StoredPersonalLink { SchoolId = school, StudentId = student, Id = "k2", Title = $"Coach{mark}", Kind = PersonalLinkKind.Person, ChangedAt = Changed },
        new StoredConversation
        {
            SchoolId = school, StudentId = student, Id = "c1", Title = $"Voortgangsgesprek{mark}", Date = Day, Participants = $"Sanne en de mentor{mark}",
            Report = $"Het gaat goed{mark}", Agreements = $"Elke dag lezen{mark}\nVroeg naar bed", ChangedAt = Changed,
        },
    ];

    private static IEnumerable<object> Results(string school, string student, string mark)
    {
        (string Subject, string Title, decimal? Score, string? Text, string? Comment)[] results =
        [
            ("Wiskunde", "Toets breuken", 6.5m, null, null),
            ("Wiskunde", "Toets machten", 8, null, "Goed gewerkt"),
            ("Wiskunde", "Praktische opdracht", 7.25m, null, null),
            ("Engels", "Mondeling", 5.4m, null, "Herkansing mogelijk"),
            ("Frans", "Luisteren", null, "ruim voldoende", null),
        ];
        for (var i = 0; i < results.Length; i++)
        {
            var (subject, title, score, text, comment) = results[i];
            yield return new StoredLineItem
            {
                SchoolId = school, Id = $"{student}-l{i}", Title = title + mark, ClassId = subject, Subject = subject + mark, Category = $"Toets{mark}",
                PeriodId = $"p{i / 2}", Period = $"Periode {(i / 2) + 1}{mark}", Minimum = score is null ? null : 1, Maximum = score is null ? null : 10,
            };
            yield return new StoredResult
            {
                SchoolId = school, StudentId = student, Id = $"r{i}", LineItemId = $"{student}-l{i}", Date = Day.AddDays(i - 20), Score = score,
                Text = text is null ? null : text + mark, Comment = comment is null ? null : comment + mark, ChangedAt = Changed,
            };
        }
    }

    private static IEnumerable<object> Progress(string school, string student, string mark)
    {
        (string Title, ActivityState State)[] activities = [("Breuken", ActivityState.Done), ("Procenten", ActivityState.Busy), ("Machten", ActivityState.NotStarted)];
        yield return new StoredLearningLine { SchoolId = school, Id = $"{student}-r", Title = $"Rekenen{mark}", Subject = $"Wiskunde{mark}", SortOrder = 1 };
        for (var i = 0; i < activities.Length; i++)
        {
            var id = $"{student}-a{i}";
            yield return new StoredActivity { SchoolId = school, Id = id, LearningLineId = $"{student}-r", Title = activities[i].Title + mark, SortOrder = i };
            yield return new StoredActivityProgress
            {
                SchoolId = school, StudentId = student, Id = id, State = activities[i].State,
                Date = activities[i].State == ActivityState.Done ? Day : null, ChangedAt = Changed,
            };
        }
    }

    private static StoredGoalStep Step(string school, string student, int number, string title, ActivityState state) => new()
    {
        SchoolId = school, StudentId = student, Id = $"s{number}", GoalId = "d1", Title = title, State = state, SortOrder = number, ChangedAt = Changed,
    };
}
