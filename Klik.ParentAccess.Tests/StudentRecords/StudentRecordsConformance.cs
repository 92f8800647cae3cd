using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Tests.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.StudentRecords;

/// <summary>What <see cref="IStudentRecords"/> promises of the built-in records, in each host and on each database.</summary>
public abstract class StudentRecordsConformance(IStoreHost host) : ImportedSchool(host)
{
    [Fact]
    [Trait("Rule", "I14")]
    public async Task Everything_of_a_student_can_be_read_back()
    {
        await ImportAsync();

        var grades = await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancel));
        var progress = await AskAsync((IStudentRecords records) => records.ProgressAsync(Student("s1"), Cancel));
        var assessments = await AskAsync((IStudentRecords records) => records.AssessmentsAsync(Student("s1"), Cancel));
        var goals = await AskAsync((IStudentRecords records) => records.GoalsAsync(Student("s1"), Cancel));
        var links = await AskAsync((IStudentRecords records) => records.LinksAsync(Student("s1"), Cancel));

        var at = Clock.GetUtcNow();
        Assert.Equal(
            [
                new Grade("r1", "Wiskunde", "Periode 1", "Breuken", new(2026, 9, 21), at) { Score = 7.5m, Minimum = 1, Maximum = 10, Category = "Toets", Comment = "Goed gewerkt" },
                new Grade("r2", "Wiskunde", "Periode 1", "Vergelijkingen", new(2026, 10, 21), at) { Score = 8, Minimum = 1, Maximum = 10, Category = "Toets" },
            ],
            grades);
        var line = Assert.Single(progress);
        Assert.Equal(("b1", "Lezen", "Nederlands", 50), (line.Id, line.Title, line.Subject, line.Percent));
        Assert.Equal(
            [new Activity("a1", "Boek kiezen", ActivityState.Done, new(2026, 10, 1), at), new Activity("a2", "Boek lezen", ActivityState.NotStarted, null, null)],
            line.Activities);
        Assert.Equal(new Assessment("a1", "Werkstuk", new(2026, 10, 1), "mw. Jansen", "goed", "Mooi opgebouwd.", at) { Subject = "Biologie" }, Assert.Single(assessments));
        Assert.Equal(["Meer lezen", "Op tijd komen"], goals.Select(goal => goal.Title));
        Assert.Equal([new GoalStep("Elke dag lezen", ActivityState.Done), new GoalStep("Boek uit", ActivityState.NotStarted)], goals[0].Steps);
        Assert.Equal(new PersonalLink("p1", "Boek", PersonalLinkKind.Source, new Uri("https://bibliotheek.example/boek?x=1"), null, at), Assert.Single(links));
    }

    [Fact]
    [Trait("Rule", "I15")]
    public async Task Conversations_can_be_read_back()
    {
        await ImportAsync();

        var conversation = Assert.Single(await AskAsync((IStudentRecords records) => records.ConversationsAsync(Student("s1"), Cancel)));

        Assert.Equal(["eerste", "tweede"], conversation.Agreements);
    }

    [Fact]
    public async Task Summaries_tell_the_newest_result_the_progress_and_what_is_new()
    {
        await ImportAsync();
        var firstVisit = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        Folder.With("results.csv", Folder.Read("results.csv").Replace("8,2026-10-21", "8.5,2026-10-21", StringComparison.Ordinal))
            .With("goalSteps.csv", Folder.Read("goalSteps.csv").Replace("Boek uit,notStarted", "Boek uit,busy", StringComparison.Ordinal));
        await ImportAsync();

        var summaries = await AskAsync((IStudentRecords records) => records.SummariesAsync(
            [new(Student("s2"), firstVisit), new(Student("s1"), firstVisit), new(Student("s1"), null), new(Student("nobody"), firstVisit)],
            Cancel));

        Assert.Equal(["s2", "s1", "s1", "nobody"], summaries.Select(summary => summary.StudentId.Value));
        Assert.Equal(("r2", 8.5m, 50), (summaries[1].LatestGrade!.Id, summaries[1].LatestGrade!.Score!.Value, summaries[1].ProgressPercent!.Value));
        Assert.Equal([(StudentPart.Grades, 1), (StudentPart.Goals, 1)], summaries[1].Changed.Select(part => (part.Key, part.Value)).Order());
        Assert.Empty(summaries[0].Changed);
        Assert.Empty(summaries[2].Changed);
        Assert.Null(summaries[3].LatestGrade);
        Assert.Null(summaries[3].ProgressPercent);
    }

    [Fact]
    [Trait("Rule", "I14")]
    public async Task A_parent_who_has_just_looked_sees_at_once_what_an_import_changes()
    {
        await ImportAsync();
        var account = await LinkedParentAsync("s1");

        var before = await LookAsync(account);
        var again = await LookAsync(account);
        Folder.With("results.csv", Folder.Read("results.csv").Replace("8,2026-10-21", "8.5,2026-10-21", StringComparison.Ordinal));
        Clock.Advance(TimeSpan.FromHours(1));
        await ImportAsync();
        var after = await LookAsync(account);

        Assert.Equal([8m, 8m, 8.5m], [before, again, after]);
    }

    private Task<string> LinkedParentAsync(string student) => AskAsync(async (IParentAccessStore store) =>
    {
        var now = Clock.GetUtcNow();
        Assert.Null(PersonName.TryParse("Jan", out var name));
        await using var work = await store.BeginAsync(Cancel);
        var account = await work.Accounts.GetOrCreateAsync(
            new NewParent("https://issuer.example", student, ExternalProvider.Google, name, now, null, null, null), Cancel);
        Assert.True(await work.Links.TryAddAsync(new Link(Guid.CreateVersion7(now), Student(student), account.Id, new ProtectedText("Jan"), LinkOrigin.Invitation, now), Cancel));
        await work.CommitAsync(Cancel);
        return account.Id;
    });

    // As a page does: the links first, in the same scope.
    private async Task<decimal?> LookAsync(string account)
    {
        await using var scope = Host.BeginScope(School);
        var students = await scope.ServiceProvider.GetRequiredService<IParentAccessStore>().StudentsOfParentAsync(account, Clock.GetUtcNow(), Cancel);
        var summaries = await scope.ServiceProvider.GetRequiredService<IStudentRecords>().SummariesAsync(
            [.. students.Select(student => new SummaryRequest(student.StudentId, student.LastVisit))], Cancel);
        return Assert.Single(summaries).LatestGrade?.Score;
    }
}
