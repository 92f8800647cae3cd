using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Tests.StudentRecords.Import;

public class ImportModeTests : ImportTest
{
    private const string Users = "users.csv";
    private const string Results = "results.csv";

    [Fact]
    public async Task The_same_files_again_change_nothing()
    {
        await ImportAsync();

        var again = await ImportAsync();

        Assert.Equal(0, again.Changed);
        Assert.Equal(3, again.Files.Single(file => file.Name == Results).Entries.Unchanged);
    }

    [Fact]
    public async Task What_a_complete_file_no_longer_has_is_gone()
    {
        await ImportAsync();
        Folder.With(Results, $"{ImportFolder.ResultsHeader}\nr1,,,l1,s1,,8,2026-09-21,\nr3,,,l1,s2,,6.1,2026-09-21,\n");

        var result = await ImportAsync();

        Assert.Equal(new ImportCounts(0, 1, 1, 1), result.Files.Single(file => file.Name == Results).Entries);
        Assert.Equal(["r1", "r3"], Store.All<ResultRow>().Select(row => row.Id).Order());
    }

    [Fact]
    public async Task A_refused_row_keeps_what_was_there()
    {
        await ImportAsync();
        Folder.With(Results, $"{ImportFolder.ResultsHeader}\nr1,,,l1,s1,,oops..,2026-02-30,\nr2,,,l2,s1,,8,2026-10-21,\n");

        await ImportAsync();

        Assert.Equal(7.5m, Store.One<ResultRow>("r1").Score);
        Assert.DoesNotContain(Store.All<ResultRow>(), row => row.Id == "r3");
    }

    [Fact]
    public async Task A_refused_row_that_does_not_tell_what_it_is_about_keeps_everything()
    {
        await ImportAsync();
        Folder.With(Results, $"{ImportFolder.ResultsHeader}\nr2,,,l2,s1,,9,2026-10-21,\n,,,l1,s1,,7,2026-09-21,\n");

        await ImportAsync();

        Assert.Equal(3, Store.All<ResultRow>().Count());
        Assert.Equal(9m, Store.One<ResultRow>("r2").Score);
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task A_student_who_is_no_longer_there_becomes_inactive_and_keeps_the_results()
    {
        await ImportAsync();
        Folder.With(Users, $"{ImportFolder.UsersHeader}\n{ImportFolder.UserS2}").With(Results, $"{ImportFolder.ResultsHeader}\nr3,,,l1,s2,,6.1,2026-09-21,\n");
        Folder.With("lineItems.csv", string.Join('\n', Folder.Read("lineItems.csv").Split('\n').Where(line => !line.StartsWith("l2", StringComparison.Ordinal))));

        await ImportAsync();

        Assert.False(Store.One<StudentRow>("s1").IsActiveInSource);
        Assert.Equal(["r1", "r2", "r3"], Store.All<ResultRow>().Select(row => row.Id).Order());
        Assert.Equal("Periode 1", Store.One<LineItemRow>("l2").Period);
    }

    [Theory]
    [InlineData("s1,tobedeleted,,true,o1,student,x,,Sanne,Vries,,1,,,,,2,")]
    [InlineData("s1,inactive,,true,o1,student,x,,Sanne,Vries,,1,,,,,2,")]
    [InlineData("s1,active,,false,o1,student,x,,Sanne,Vries,,1,,,,,2,")]
    [InlineData("s1,active,,true,o1,teacher,x,,Sanne,Vries,,1,,,,,2,")]
    [Trait("Rule", "I7")]
    public async Task A_student_who_may_not_use_the_account_is_inactive(string row)
    {
        await ImportAsync();
        Folder.With(Users, $"{ImportFolder.UsersHeader}\n{ImportFolder.UserS2}{row}\n");

        await ImportAsync();

        Assert.Equal([("s1", false), ("s2", true)], Store.All<StudentRow>().Select(student => (student.Id, student.IsActiveInSource)).Order());
    }

    [Fact]
    public async Task Changes_alone_change_only_what_they_name()
    {
        await ImportAsync();
        Folder.With("manifest.csv", "propertyName,value\noneroster.version,1.1\nfile.users,delta\nfile.results,delta\nfile.classes,delta\nfile.courses,delta\nfile.demographics,absent\nfile.enrollments,absent\nfile.lineItems,absent\nfile.academicSessions,absent\nfile.categories,absent\n");
        Folder.With(Users, $"{ImportFolder.UsersHeader}\ns1,active,2026-11-20T10:00:00Z,true,o1,student,sanne.devries,,Sanne,Vries,de,1,new@demo.example,,,,2,\n");
        Folder.With(Results, $"{ImportFolder.ResultsHeader}\nr2,tobedeleted,2026-11-20T10:00:00Z,l2,s1,,,,\nr4,active,2026-11-20T10:00:00Z,l2,s2,,5.5,2026-11-19,\n");
        Folder.With("classes.csv", "sourcedId,status,title,classType\nc1,active,2B,homeroom\n");
        Folder.With("courses.csv", "sourcedId,status,title\nv1,active,Rekenen\n");

        var result = await ImportAsync();

        Assert.Empty(result.Refusals);
        var sanne = Store.One<StudentRow>("s1");
        Assert.Equal(("new@demo.example", "2B", new DateOnly(2013, 4, 5)), (sanne.Address, sanne.ClassTitle, sanne.BirthDate!.Value));
        Assert.True(Store.One<StudentRow>("s2").IsActiveInSource);
        Assert.Equal(["r1", "r3", "r4"], Store.All<ResultRow>().Select(row => row.Id).Order());
        Assert.All(Store.All<LineItemRow>(), item => Assert.Equal("Rekenen", item.Subject));
    }

    [Fact]
    public async Task A_file_that_the_manifest_calls_absent_is_not_touched()
    {
        await ImportAsync();
        Folder.With("manifest.csv", "propertyName,value\nfile.users,bulk\nfile.results,absent\n").With(Results, "nonsense");

        await ImportAsync();

        Assert.Equal(3, Store.All<ResultRow>().Count());
    }

    [Fact]
    public async Task A_deleted_line_item_takes_its_results_away()
    {
        await ImportAsync();
        Folder.With("manifest.csv", "propertyName,value\nfile.users,absent\nfile.lineItems,delta\nfile.results,absent\n");
        Folder.With("lineItems.csv", "sourcedId,status,title,classSourcedId\nl1,tobedeleted,,\n");

        await ImportAsync();

        Assert.Equal(["r2"], Store.All<ResultRow>().Select(row => row.Id));
    }

    [Fact]
    public async Task A_result_that_was_given_to_the_wrong_student_leaves_that_student()
    {
        await ImportAsync();
        Folder.With("manifest.csv", "propertyName,value\nfile.users,absent\nfile.results,delta\n");
        Folder.With(Results, $"{ImportFolder.ResultsHeader}\nr1,active,,l1,s2,,7.5,2026-09-21,\n");

        await ImportAsync();

        Assert.Equal("s2", Store.One<ResultRow>("r1").StudentId);
    }

    [Fact]
    [Trait("Rule", "I14")]
    public async Task Our_own_files_are_read()
    {
        Folder.WithOwnFiles();

        var result = await ImportAsync();

        Assert.Empty(result.Refusals);
        Assert.Equal(new LearningLineRow("b1", "Lezen", "Nederlands", 1), Store.One<LearningLineRow>("b1"));
        Assert.Equal(new ActivityProgressRow("s1", "a1", ActivityState.Done, new DateOnly(2026, 10, 1)), Store.All<ActivityProgressRow>().Single(row => row.StudentId == "s1"));
        Assert.Equal(ActivityState.Busy, Store.All<ActivityProgressRow>().Single(row => row.StudentId == "s2").State);
        Assert.Equal("Mooi opgebouwd.", Store.One<AssessmentRow>("a1").Text);
        Assert.Equal("Elke dag lezen", Store.One<GoalStepRow>("h1").Title);
        Assert.Equal("https://bibliotheek.example/boek?x=1", Store.One<PersonalLinkRow>("p1").Address);
    }

    [Fact]
    [Trait("Rule", "I15")]
    public async Task Conversations_are_read_with_their_agreements()
    {
        Folder.WithOwnFiles();

        await ImportAsync();

        Assert.Equal("eerste\ntweede", Store.One<ConversationRow>("c1").Agreements);
    }

    [Fact]
    public async Task A_goal_that_is_gone_takes_its_steps_away()
    {
        Folder.WithOwnFiles();
        await ImportAsync();
        Assert.NotEmpty(Store.All<GoalStepRow>());
        Folder.With("goals.csv", "sourcedId,studentSourcedId,title,state\n").Without("goalSteps.csv");

        await ImportAsync();

        Assert.Empty(Store.All<GoalStepRow>());
    }

    [Fact]
    public async Task A_line_item_of_an_unknown_class_costs_its_results_and_no_more()
    {
        Folder.With("lineItems.csv", Folder.Read("lineItems.csv").Replace("c2,k1,p1,1,10\nl2", "c9,k1,p1,1,10\nl2", StringComparison.Ordinal));

        var result = await ImportAsync();

        Assert.Equal(
            [RefusalReason.UnknownClass, RefusalReason.UnknownLineItem, RefusalReason.UnknownLineItem],
            result.Refusals.Select(refusal => refusal.Reason));
        Assert.Equal(["r2"], Store.All<ResultRow>().Select(row => row.Id));
    }
}
