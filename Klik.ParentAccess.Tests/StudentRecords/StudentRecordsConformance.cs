using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Tests.Conformance;
using Klik.ParentAccess.Tests.StudentRecords.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.StudentRecords;

/// <summary>What the built-in students and student records promise, in each host and on each database.</summary>
public abstract class StudentRecordsConformance(IStoreHost host) : IAsyncLifetime
{
    private readonly SteppingClock _clock = new();
    private School _school = null!;

    private protected ImportFolder Folder { get; } = ImportFolder.SmallSchool().WithOwnFiles();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host.SkipUnlessThere();
        _school = await host.NewSchoolAsync();
    }

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    [Trait("Rule", "I14")]
    public async Task Everything_of_a_student_can_be_read_back()
    {
        await ImportAsync();

        var grades = await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancellation));
        var progress = await AskAsync((IStudentRecords records) => records.ProgressAsync(Student("s1"), Cancellation));
        var assessments = await AskAsync((IStudentRecords records) => records.AssessmentsAsync(Student("s1"), Cancellation));
        var goals = await AskAsync((IStudentRecords records) => records.GoalsAsync(Student("s1"), Cancellation));
        var links = await AskAsync((IStudentRecords records) => records.LinksAsync(Student("s1"), Cancellation));

        var at = _clock.GetUtcNow();
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

        var conversation = Assert.Single(await AskAsync((IStudentRecords records) => records.ConversationsAsync(Student("s1"), Cancellation)));

        Assert.Equal(["eerste", "tweede"], conversation.Agreements);
    }

    [Fact]
    public async Task The_same_import_again_changes_nothing_and_no_moment()
    {
        await ImportAsync();
        var before = await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancellation));
        _clock.Step();

        var again = await ImportAsync();

        Assert.Equal(0, again.Changed);
        Assert.All(again.Files.Where(file => file.Name is "users.csv" or "results.csv" or "lineItems.csv"), file => Assert.True(file.Entries.Unchanged > 0));
        Assert.Equal(before, await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancellation)));
    }

    [Fact]
    public async Task Only_what_changed_gets_a_new_moment_and_only_what_is_missing_goes()
    {
        await ImportAsync();
        var first = _clock.GetUtcNow();
        _clock.Step();
        Folder.With("results.csv", $"{ImportFolder.ResultsHeader}\nr1,,,l1,s1,,8.5,2026-09-21,\nr3,,,l1,s2,,6.10,2026-09-21,\nr4,,,l2,s1,,9,2026-11-01,\n");

        var result = await ImportAsync();

        Assert.Equal(new ImportCounts(1, 1, 1, 1), result.Files.Single(file => file.Name == "results.csv").Entries);
        var sanne = await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancellation));
        var daan = await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s2"), Cancellation));
        Assert.Equal([("r1", 8.5m, _clock.GetUtcNow()), ("r4", 9m, _clock.GetUtcNow())], sanne.Select(grade => (grade.Id, grade.Score!.Value, grade.ChangedAt)));
        Assert.Equal(first, Assert.Single(daan).ChangedAt);
    }

    [Fact]
    public async Task A_refused_row_keeps_what_was_there()
    {
        await ImportAsync();
        Folder.With("results.csv", $"{ImportFolder.ResultsHeader}\nr1,,,l1,s1,,7..5,,\nr2,,,l2,s1,,8,2026-10-21,\n");

        await ImportAsync();

        Assert.Equal(["r1", "r2"], (await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancellation))).Select(grade => grade.Id));
        Assert.Empty(await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s2"), Cancellation)));
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task A_student_who_left_is_inactive_and_keeps_the_results()
    {
        await ImportAsync();
        Folder.With("users.csv", $"{ImportFolder.UsersHeader}\n{ImportFolder.UserS2}")
            .With("results.csv", $"{ImportFolder.ResultsHeader}\n")
            .With("lineItems.csv", "sourcedId,title,classSourcedId\n");

        await ImportAsync();

        Assert.False((await AskAsync((IStudents students) => students.FindAsync(Student("s1"), Cancellation)))!.IsActive);
        Assert.Equal(2, (await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancellation))).Count);
        Assert.Empty(await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s2"), Cancellation)));
    }

    [Fact]
    public async Task Changes_alone_move_delete_and_add()
    {
        await ImportAsync();
        Folder.With("manifest.csv", "propertyName,value\nfile.users,absent\nfile.lineItems,absent\nfile.results,delta\nfile.goals,delta\nfile.goalSteps,absent\nfile.learningLines,delta\nfile.activities,absent\nfile.activityProgress,absent\n")
            .With("results.csv", $"{ImportFolder.ResultsHeader}\nr1,active,,l1,s2,,7.5,2026-09-21,\nr2,tobedeleted,,,,,,,\nr3,tobedeleted,,,s2,,,,\n")
            .With("goals.csv", "sourcedId,status,studentSourcedId,title,state\ng1,tobedeleted,s1,,\n")
            .With("learningLines.csv", "sourcedId,status,title\nb1,tobedeleted,\n");

        var result = await ImportAsync();

        Assert.Empty(result.Refusals);
        Assert.Empty(await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancellation)));
        Assert.Equal(["r1"], (await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s2"), Cancellation))).Select(grade => grade.Id));
        Assert.Equal(["Op tijd komen"], (await AskAsync((IStudentRecords records) => records.GoalsAsync(Student("s1"), Cancellation))).Select(goal => goal.Title));
        Assert.Empty(await AskAsync((IStudentRecords records) => records.ProgressAsync(Student("s1"), Cancellation)));
    }

    [Fact]
    public async Task A_broken_file_takes_everything_back()
    {
        await ImportAsync();
        Folder.With("users.csv", $"{ImportFolder.UsersHeader}\n{ImportFolder.UserS1}").With("conversations.csv", "title\n");

        var result = await RunAsync(_school);

        Assert.Equal(BrokenReason.MissingColumn, Assert.IsType<ImportResult.Broken>(result).Reason);
        Assert.True((await AskAsync((IStudents students) => students.FindAsync(Student("s2"), Cancellation)))!.IsActive);
    }

    [Fact]
    public async Task Schools_are_kept_apart()
    {
        await ImportAsync();
        Folder.With("users.csv", $"{ImportFolder.UsersHeader}\n{ImportFolder.UserS2}").With("results.csv", $"{ImportFolder.ResultsHeader}\nr3,,,l1,s2,,2,2026-09-21,\n");

        var other = await host.NewSchoolAsync();
        Assert.IsType<ImportResult.Imported>(await RunAsync(other));

        Assert.Equal(2, (await AskAsync((IStudents students) => students.ListAsync(new PageRequest(), Cancellation))).Total);
        Assert.Equal(1, (await AskAsync((IStudents students) => students.ListAsync(new PageRequest(), Cancellation), other)).Total);
        Assert.Equal(6.1m, Assert.Single(await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s2"), Cancellation))).Score);
        Assert.Empty(await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancellation), other));
    }

    [Fact]
    public async Task Summaries_tell_the_newest_result_the_progress_and_what_is_new()
    {
        await ImportAsync();
        var firstVisit = _clock.GetUtcNow();
        _clock.Step();
        Folder.With("results.csv", Folder.Read("results.csv").Replace("8,2026-10-21", "8.5,2026-10-21", StringComparison.Ordinal))
            .With("goalSteps.csv", Folder.Read("goalSteps.csv").Replace("Boek uit,notStarted", "Boek uit,busy", StringComparison.Ordinal));
        await ImportAsync();

        var summaries = await AskAsync((IStudentRecords records) => records.SummariesAsync(
            [new(Student("s2"), firstVisit), new(Student("s1"), firstVisit), new(Student("s1"), null), new(Student("nobody"), firstVisit)],
            Cancellation));

        Assert.Equal(["s2", "s1", "s1", "nobody"], summaries.Select(summary => summary.StudentId.Value));
        Assert.Equal(("r2", 8.5m, 50), (summaries[1].LatestGrade!.Id, summaries[1].LatestGrade!.Score!.Value, summaries[1].ProgressPercent!.Value));
        Assert.Equal([(StudentPart.Grades, 1), (StudentPart.Goals, 1)], summaries[1].Changed.Select(part => (part.Key, part.Value)).Order());
        Assert.Empty(summaries[0].Changed);
        Assert.Empty(summaries[2].Changed);
        Assert.Null(summaries[3].LatestGrade);
        Assert.Null(summaries[3].ProgressPercent);
    }

    [Theory]
    [InlineData("sanne.devries")]
    [InlineData("Sanne.deVries")]
    [InlineData("SANNE.DEVRIES@DEMO.EXAMPLE")]
    public async Task A_student_is_found_by_user_name_or_address(string name)
    {
        await ImportAsync();

        var student = await AskAsync((IStudents students) => students.FindBySignInNameAsync(name, Cancellation));

        Assert.Equal(("s1", "Sanne", "Sanne de Vries", "2A"), (student!.Id.Value, student.GivenName, student.DisplayName, student.ClassTitle));
        Assert.Equal(new DateOnly(2013, 4, 5), student.BirthDate);
        Assert.Null(student.FamilyLanguage);
    }

    [Fact, Trait("Rule", "L1")]
    public async Task The_language_that_the_file_gives_a_family_is_kept_and_goes_when_it_does()
    {
        Folder.WithFamilyLanguage("en-GB");
        await ImportAsync();
        var known = await LanguageAsync();
        var again = await ImportAsync();
        Folder.WithFamilyLanguage("");
        await ImportAsync();

        Assert.Equal("en", known);
        Assert.Equal(0, again.Changed);
        Assert.Null(await LanguageAsync());

        async Task<string?> LanguageAsync() =>
            (await AskAsync((IStudents students) => students.FindBySignInNameAsync("sanne.devries", Cancellation)))!.FamilyLanguage;
    }

    [Fact]
    public async Task A_name_that_two_students_have_finds_nobody()
    {
        Folder.With("users.csv", Folder.Read("users.csv") + "s3,,,true,o1,student,SANNE.devries,,Sanne,Bakker,,5,,,,,2,\n");
        await ImportAsync();

        Assert.Null(await AskAsync((IStudents students) => students.FindBySignInNameAsync("sanne.devries", Cancellation)));
        Assert.Null(await AskAsync((IStudents students) => students.FindBySignInNameAsync(" ", Cancellation)));
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task What_the_administrator_said_outlives_an_import()
    {
        await ImportAsync();
        Assert.True(await AskAsync((IStudents students) => students.SetActiveAsync(Student("s1"), false, Cancellation)));
        Assert.False(await AskAsync((IStudents students) => students.SetActiveAsync(Student("s9"), false, Cancellation)));
        Folder.With("users.csv", Folder.Read("users.csv").Replace("Sanne", "Susanne", StringComparison.Ordinal));

        await ImportAsync();

        var page = await AskAsync((IStudents students) => students.ListAsync(new PageRequest(Search: "SUSANNE DE"), Cancellation));
        Assert.Equal(new StudentListItem(Student("s1"), "Susanne de Vries", "2A", IsActive: false, IsActiveInSource: true), Assert.Single(page.Items));
        Assert.True(await AskAsync((IStudents students) => students.SetActiveAsync(Student("s1"), true, Cancellation)));
        Assert.True((await AskAsync((IStudents students) => students.FindAsync(Student("s1"), Cancellation)))!.IsActive);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    public async Task Signs_with_a_meaning_in_patterns_are_searched_for_as_they_are(string search)
    {
        await ImportAsync();

        Assert.Equal(0, (await AskAsync((IStudents students) => students.ListAsync(new PageRequest(Search: search), Cancellation))).Total);
    }

    [Fact]
    public async Task The_real_export_is_stored_whole_and_twice_the_same()
    {
        var path = SharedData.Find("oneroster-solar-district.zip");
        var first = Assert.IsType<ImportResult.Imported>(await RunAsync(_school, path));

        var second = Assert.IsType<ImportResult.Imported>(await RunAsync(_school, path));

        Assert.Equal((0, 505L), (first.Refusals.Count, first.Files.Single(file => file.Name == "users.csv").Entries.Added));
        Assert.Equal(0, second.Changed);
        Assert.Equal(505, (await AskAsync((IStudents students) => students.ListAsync(new PageRequest(), Cancellation))).Total);
    }

    private static StudentId Student(string id) => StudentId.Parse(id);

    [Fact]
    [Trait("Rule", "I14")]
    public async Task A_parent_who_has_just_looked_sees_at_once_what_an_import_changes()
    {
        await ImportAsync();
        var account = await LinkedParentAsync("s1");

        var before = await LookAsync(account);
        var again = await LookAsync(account);
        Folder.With("results.csv", Folder.Read("results.csv").Replace("8,2026-10-21", "8.5,2026-10-21", StringComparison.Ordinal));
        _clock.Step();
        await ImportAsync();
        var after = await LookAsync(account);

        Assert.Equal([8m, 8m, 8.5m], [before, again, after]);
    }

    private Task<string> LinkedParentAsync(string student) => AskAsync(async (IParentAccessStore store) =>
    {
        var now = _clock.GetUtcNow();
        Assert.Null(PersonName.TryParse("Jan", out var name));
        await using var work = await store.BeginAsync(Cancellation);
        var account = await work.Accounts.GetOrCreateAsync(
            new NewParent("https://issuer.example", student, ExternalProvider.Google, name, now, null, null, null), Cancellation);
        Assert.True(await work.Links.TryAddAsync(new Link(Guid.CreateVersion7(now), Student(student), account.Id, new ProtectedText("Jan"), LinkOrigin.Invitation, now), Cancellation));
        await work.CommitAsync(Cancellation);
        return account.Id;
    });

    // As a page does: the links first, in the same scope.
    private async Task<decimal?> LookAsync(string account)
    {
        await using var scope = host.BeginScope(_school);
        var students = await scope.ServiceProvider.GetRequiredService<IParentAccessStore>().StudentsOfParentAsync(account, _clock.GetUtcNow(), Cancellation);
        var summaries = await scope.ServiceProvider.GetRequiredService<IStudentRecords>().SummariesAsync(
            [.. students.Select(student => new SummaryRequest(student.StudentId, student.LastVisit))], Cancellation);
        return Assert.Single(summaries).LatestGrade?.Score;
    }

    private async Task<ImportResult.Imported> ImportAsync()
    {
        var result = Assert.IsType<ImportResult.Imported>(await RunAsync(_school));
        return result;
    }

    private Task<ImportResult> RunAsync(School school, string? path = null) => AskAsync(
        async (IImportStore store) =>
        {
            using var source = path is null ? Folder.Source() : OneRosterSource.FromPath(path);
            return await new ImportStudentRecords(store, new FixedSchool(school), _clock).ExecuteAsync(source, null, Cancellation);
        },
        school);

    private async Task<TAnswer> AskAsync<TService, TAnswer>(Func<TService, Task<TAnswer>> ask, School? school = null)
        where TService : notnull
    {
        await using var scope = host.BeginScope(school ?? _school);
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private sealed class FixedSchool(School school) : ICurrentSchool
    {
        public School School => school;
    }

    private sealed class SteppingClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Step() => _now += TimeSpan.FromHours(1);
    }
}
