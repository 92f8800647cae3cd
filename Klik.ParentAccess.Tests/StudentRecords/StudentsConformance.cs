using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Tests.StudentRecords;

/// <summary>What <see cref="IStudents"/> promises of the built-in students, in each host and on each database.</summary>
public abstract class StudentsConformance(IStoreHost host) : ImportedSchool(host)
{
    [Theory]
    [InlineData("sanne.devries")]
    [InlineData("Sanne.deVries")]
    [InlineData("SANNE.DEVRIES@DEMO.EXAMPLE")]
    public async Task A_student_is_found_by_user_name_or_address(string name)
    {
        await ImportAsync();

        var student = await AskAsync((IStudents students) => students.FindBySignInNameAsync(name, Cancel));

        Assert.Equal(("s1", "Sanne", "Sanne de Vries", "2A"), (student!.Id.Value, student.GivenName, student.DisplayName, student.ClassTitle));
        Assert.Equal(new DateOnly(2013, 4, 5), student.BirthDate);
        Assert.Null(student.FamilyLanguage);
    }

    [Fact]
    public async Task A_name_that_two_students_have_finds_nobody()
    {
        Folder.With("users.csv", Folder.Read("users.csv") + "s3,,,true,o1,student,SANNE.devries,,Sanne,Bakker,,5,,,,,2,\n");
        await ImportAsync();

        Assert.Null(await AskAsync((IStudents students) => students.FindBySignInNameAsync("sanne.devries", Cancel)));
        Assert.Null(await AskAsync((IStudents students) => students.FindBySignInNameAsync(" ", Cancel)));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    public async Task Signs_with_a_meaning_in_patterns_are_searched_for_as_they_are(string search)
    {
        await ImportAsync();

        Assert.Equal(0, (await AskAsync((IStudents students) => students.ListAsync(new PageRequest(Search: search), Cancel))).Total);
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
            (await AskAsync((IStudents students) => students.FindBySignInNameAsync("sanne.devries", Cancel)))!.FamilyLanguage;
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task What_the_administrator_said_outlives_an_import()
    {
        await ImportAsync();
        Assert.True(await AskAsync((IStudents students) => students.SetActiveAsync(Student("s1"), false, Cancel)));
        Assert.False(await AskAsync((IStudents students) => students.SetActiveAsync(Student("s9"), false, Cancel)));
        Folder.With("users.csv", Folder.Read("users.csv").Replace("Sanne", "Susanne", StringComparison.Ordinal));

        await ImportAsync();

        var page = await AskAsync((IStudents students) => students.ListAsync(new PageRequest(Search: "SUSANNE DE"), Cancel));
        Assert.Equal(new StudentListItem(Student("s1"), "Susanne de Vries", "2A", IsActive: false, IsActiveInSource: true), Assert.Single(page.Items));
        Assert.True(await AskAsync((IStudents students) => students.SetActiveAsync(Student("s1"), true, Cancel)));
        Assert.True((await AskAsync((IStudents students) => students.FindAsync(Student("s1"), Cancel)))!.IsActive);
    }
}
