using Klik.ParentAccess.Core.StudentRecords;

namespace Klik.ParentAccess.Tests.Parents;

/// <summary>A record with something in each part.</summary>
internal static class SampleRecord
{
    public static readonly DateOnly Day = new(2026, 3, 3);

    public static void FillWith(this FakeRecords records, DateTimeOffset changedAt, string mark = "")
    {
        records.Grades =
        [
            new Grade("g1", $"Wiskunde{mark}", $"Periode 1{mark}", $"Toets breuken{mark}", Day.AddDays(-20), changedAt) { Score = 6.5m, Minimum = 1, Maximum = 10, Category = $"Toets{mark}" },
            new Grade("g2", $"Wiskunde{mark}", $"Periode 2{mark}", $"Toets machten{mark}", Day, changedAt) { Score = 8, Minimum = 1, Maximum = 10, Comment = $"Goed gewerkt{mark}" },
            new Grade("g3", "Frans", null, "Luisteren", Day.AddDays(-3), changedAt) { Text = $"ruim voldoende{mark}" },
        ];
        records.Lines =
        [
            new LearningLine("l1", $"Rekenen{mark}", $"Wiskunde{mark}",
            [
                new Activity("a1", $"Breuken{mark}", ActivityState.Done, Day, changedAt),
                new Activity("a2", "Procenten", ActivityState.Busy, null, changedAt),
                new Activity("a3", "Machten", ActivityState.NotStarted, null, null),
            ]),
        ];
        records.Assessments =
        [
            new Assessment("b1", $"Betoog{mark}", Day, $"mevrouw Bakker{mark}", $"Gevorderd{mark}", $"Sterk opgebouwd{mark}", changedAt) { Subject = $"Nederlands{mark}" },
        ];
        records.Goals =
        [
            new Goal("d1", $"Beter plannen{mark}", $"Elke week{mark}", ActivityState.Busy, Day.AddDays(40), [new GoalStep($"Agenda kopen{mark}", ActivityState.Done), new GoalStep("Agenda invullen", ActivityState.NotStarted)], changedAt),
        ];
        records.Links =
        [
            new PersonalLink("k1", $"Oefensite{mark}", PersonalLinkKind.Source, new Uri("https://www.oefenen.example/sommen?a=1&b=2"), $"Voor thuis{mark}", changedAt),
            new PersonalLink("k2", "Coach", PersonalLinkKind.Person, null, null, changedAt),
        ];
        records.Conversations =
        [
            new Conversation("c1", $"Voortgangsgesprek{mark}", Day, $"Sanne en de mentor{mark}", $"Het gaat goed{mark}", [$"Elke dag lezen{mark}"], changedAt),
        ];
    }
}
