using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>What a school is told of its letters: by class, by name, some at a time, and nothing of who used them.</summary>
[Trait("Rule", "P4")]
public abstract class LetterListConformance(IStoreHost host) : LetterConformance(host)
{
    [Fact, Trait("Rule", "L1")]
    public async Task Students_come_by_class_and_name_some_at_a_time_and_only_active_ones()
    {
        await SetStudentsAsync();

        var all = new List<Student>();
        IReadOnlyList<Student> some;
        do
        {
            some = await StudentsAsync(new LetterSelection.WholeSchool(), all.LastOrDefault(), 2);
            Assert.InRange(some.Count, 0, 2);
            all.AddRange(some);
        }
        while (some.Count > 0);

        Assert.Equal(["emma", "s1", "s2", "s3", "s4", "daan"], all.Select(student => student.Id.Value));
        Assert.Equal(("Anna", "Anna Bos", "2B", "en"), (all[1].GivenName, all[1].DisplayName, all[1].ClassTitle, all[1].FamilyLanguage));
        Assert.Null(all[2].FamilyLanguage);
        Assert.Equal(["s1", "s2", "s3"], (await StudentsAsync(new LetterSelection.OneClass("2B"), null, 9)).Select(student => student.Id.Value));
        Assert.Equal(["daan"], (await StudentsAsync(new LetterSelection.OneClass(null), null, 9)).Select(student => student.Id.Value));
        Assert.Equal(["s4"], (await StudentsAsync(new LetterSelection.OneStudent(StudentId.Parse("s4")), null, 9)).Select(student => student.Id.Value));
        Assert.Empty(await StudentsAsync(new LetterSelection.OneStudent(StudentId.Parse("s5")), null, 9));
        Assert.Empty(await StudentsAsync(new LetterSelection.OneClass("2b"), null, 9));

        Task<IReadOnlyList<Student>> StudentsAsync(LetterSelection selection, Student? after, int most) =>
            LookLettersAsync(letters => letters.StudentsAsync(selection, after, most, Cancel));
    }

    [Fact, Trait("Rule", "I9")]
    public async Task Classes_are_counted_and_letters_listed_without_anything_of_seats()
    {
        await SetStudentsAsync();
        var used = NewLetter(StudentId.Parse("s2"));
        foreach (var letter in new[] { NewLetter(StudentId.Parse("s1")), used, NewLetter(StudentId.Parse("s4")), NewLetter(Daan) })
        {
            Assert.True(await AddAsync(letter));
        }

        await CommitAsync(work => work.Letters.TryTakeSeatAsync(used.Id, 1, NewId(), Now, Cancel));

        Assert.Equal(
            [new LettersOfClass("2A", 1, 0, 0), new LettersOfClass("2B", 3, 2, 1), new LettersOfClass("2C", 1, 1, 0), new LettersOfClass(null, 1, 1, 0)],
            await LookLettersAsync(letters => letters.ClassesAsync(Cancel)));
        var page = await LookLettersAsync(letters => letters.ListAsync(new PageRequest(2, 3), Cancel));
        Assert.Equal(4, page.Total);
        Assert.Equal([new LetterListItem(Daan, "Daan de Vries", null, Now, Now.AddDays(30))], page.Items);
        var found = await LookLettersAsync(letters => letters.ListAsync(new PageRequest(Search: "bos"), Cancel));
        Assert.Equal(["Anna Bos"], found.Items.Select(item => item.DisplayName));
    }

    private async Task SetStudentsAsync()
    {
        await SetAsync("s1", "Anna Bos", "2B", familyLanguage: "en");
        await SetAsync("s2", "Anna Smit", "2B");
        await SetAsync("s3", "Anna Smit", "2B");
        await SetAsync("s4", "Aad Bakker", "2C");
        await SetAsync("s5", "Zus Inactief", "2C", isActive: false);

        Task SetAsync(string id, string name, string classTitle, bool isActive = true, string? familyLanguage = null) =>
            Host.SetStudentAsync(School, new Student(StudentId.Parse(id), name.Split(' ')[0], name, isActive) { ClassTitle = classTitle, FamilyLanguage = familyLanguage });
    }
}
