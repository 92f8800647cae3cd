using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Tests.StudentRecords.Import;

public class DemoSchoolTests : ImportTest
{
    private static readonly DateOnly LastDay = new(2026, 11, 20);

    [Fact]
    public async Task The_demo_school_is_read_without_a_refusal()
    {
        var result = await ImportAsync(Path());

        Assert.Empty(result.Refusals);
        Assert.Equal(17, result.Files.Count);
        Assert.Equal(30, Store.All<StudentRow>().Count());
        Assert.Single(Store.All<StudentRow>(), student => student.BirthDate is null);
        Assert.Single(Store.All<StudentRow>(), student => !student.IsActiveInSource);
        Assert.Equal(["en", "en", "nl", "tr"], Store.All<StudentRow>().Select(student => student.FamilyLanguage).OfType<string>().Order());
        Assert.All(Store.All<ResultRow>(), row => Assert.InRange(row.Date, new DateOnly(2026, 8, 24), LastDay));
        Assert.All(Store.All<ActivityProgressRow>(), row => Assert.True(row.Date <= LastDay));
        Assert.Equal(["Daan", "Sanne"], Store.All<StudentRow>().Where(student => student is { FamilyName: "Vries", MiddleName: "de" }).Select(student => student.GivenName).Order());
    }

    private static string Path()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine(folder.FullName, "samples", "demo-school");
            if (Directory.Exists(path))
            {
                return path;
            }
        }

        throw new DirectoryNotFoundException("samples/demo-school");
    }
}
