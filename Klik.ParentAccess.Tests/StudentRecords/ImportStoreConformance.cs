using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Tests.Conformance;
using Klik.ParentAccess.Tests.StudentRecords.Import;

namespace Klik.ParentAccess.Tests.StudentRecords;

/// <summary>What <see cref="IImportStore"/> makes of one import after another, in each host and on each database.</summary>
public abstract class ImportStoreConformance(IStoreHost host) : ImportedSchool(host)
{
    [Fact]
    public async Task The_same_import_again_changes_nothing_and_no_moment()
    {
        await ImportAsync();
        var before = await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancel));
        Clock.Advance(TimeSpan.FromHours(1));

        var again = await ImportAsync();

        Assert.Equal(0, again.Changed);
        Assert.All(again.Files.Where(file => file.Name is "users.csv" or "results.csv" or "lineItems.csv"), file => Assert.True(file.Entries.Unchanged > 0));
        Assert.Equal(before, await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancel)));
    }

    [Fact]
    public async Task Only_what_changed_gets_a_new_moment_and_only_what_is_missing_goes()
    {
        await ImportAsync();
        var first = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        Folder.With("results.csv", $"{ImportFolder.ResultsHeader}\nr1,,,l1,s1,,8.5,2026-09-21,\nr3,,,l1,s2,,6.10,2026-09-21,\nr4,,,l2,s1,,9,2026-11-01,\n");

        var result = await ImportAsync();

        Assert.Equal(new ImportCounts(1, 1, 1, 1), result.Files.Single(file => file.Name == "results.csv").Entries);
        var sanne = await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancel));
        var daan = await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s2"), Cancel));
        Assert.Equal([("r1", 8.5m, Clock.GetUtcNow()), ("r4", 9m, Clock.GetUtcNow())], sanne.Select(grade => (grade.Id, grade.Score!.Value, grade.ChangedAt)));
        Assert.Equal(first, Assert.Single(daan).ChangedAt);
    }

    [Fact]
    public async Task A_refused_row_keeps_what_was_there()
    {
        await ImportAsync();
        Folder.With("results.csv", $"{ImportFolder.ResultsHeader}\nr1,,,l1,s1,,7..5,,\nr2,,,l2,s1,,8,2026-10-21,\n");

        await ImportAsync();

        Assert.Equal(["r1", "r2"], (await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancel))).Select(grade => grade.Id));
        Assert.Empty(await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s2"), Cancel)));
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

        Assert.False((await AskAsync((IStudents students) => students.FindAsync(Student("s1"), Cancel)))!.IsActive);
        Assert.Equal(2, (await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancel))).Count);
        Assert.Empty(await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s2"), Cancel)));
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
        Assert.Empty(await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancel)));
        Assert.Equal(["r1"], (await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s2"), Cancel))).Select(grade => grade.Id));
        Assert.Equal(["Op tijd komen"], (await AskAsync((IStudentRecords records) => records.GoalsAsync(Student("s1"), Cancel))).Select(goal => goal.Title));
        Assert.Empty(await AskAsync((IStudentRecords records) => records.ProgressAsync(Student("s1"), Cancel)));
    }

    [Fact]
    public async Task A_broken_file_takes_everything_back()
    {
        await ImportAsync();
        Folder.With("users.csv", $"{ImportFolder.UsersHeader}\n{ImportFolder.UserS1}").With("conversations.csv", "title\n");

        var result = await RunAsync(School);

        Assert.Equal(BrokenReason.MissingColumn, Assert.IsType<ImportResult.Broken>(result).Reason);
        Assert.True((await AskAsync((IStudents students) => students.FindAsync(Student("s2"), Cancel)))!.IsActive);
    }

    [Fact]
    public async Task Schools_are_kept_apart()
    {
        await ImportAsync();
        Folder.With("users.csv", $"{ImportFolder.UsersHeader}\n{ImportFolder.UserS2}").With("results.csv", $"{ImportFolder.ResultsHeader}\nr3,,,l1,s2,,2,2026-09-21,\n");

        var other = await Host.NewSchoolAsync();
        Assert.IsType<ImportResult.Imported>(await RunAsync(other));

        Assert.Equal(2, (await AskAsync((IStudents students) => students.ListAsync(new PageRequest(), Cancel))).Total);
        Assert.Equal(1, (await AskAsync((IStudents students) => students.ListAsync(new PageRequest(), Cancel), other)).Total);
        Assert.Equal(6.1m, Assert.Single(await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s2"), Cancel))).Score);
        Assert.Empty(await AskAsync((IStudentRecords records) => records.GradesAsync(Student("s1"), Cancel), other));
    }

    [Fact]
    public async Task The_real_export_is_stored_whole_and_twice_the_same()
    {
        var path = SharedData.Find("oneroster-solar-district.zip");
        var first = Assert.IsType<ImportResult.Imported>(await RunAsync(School, path));

        var second = Assert.IsType<ImportResult.Imported>(await RunAsync(School, path));

        Assert.Equal((0, 505L), (first.Refusals.Count, first.Files.Single(file => file.Name == "users.csv").Entries.Added));
        Assert.Equal(0, second.Changed);
        Assert.Equal(505, (await AskAsync((IStudents students) => students.ListAsync(new PageRequest(), Cancel))).Total);
    }
}
