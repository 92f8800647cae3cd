using System.Net;
using AngleSharp.Dom;
using Klik.ParentAccess.Tests.Portal;
using Klik.Portal.Storage;
using Klik.Portal.Students;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Administration;

public sealed class UserManagementTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Fact]
    [Trait("Rule", "I9")]
    public async Task Of_a_parent_the_user_name_and_the_status_are_all_there_is()
    {
        var school = await portal.NewSchoolAsync();
        var student = await school.AddStudentAsync("Fleur", "Boomgaard");
        using var parent = await school.LinkedParentAsync(student, "Wilhelmina Kanarie");
        using var administrator = await school.NewAdministratorAsync();

        var page = await administrator.OpenAsync("/admin/users?show=parents");

        var row = Assert.Single(Rows(page));
        Assert.Equal(["Wilhelmina Kanarie", "Active"], row.Children.Select(child => child.TextContent.Trim()));
        Assert.Empty(row.QuerySelectorAll("a, form, button, input, [id], [title]"));
        Assert.DoesNotContain(Households.AddressOf("Wilhelmina Kanarie"), page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Boomgaard", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task Searching_for_a_parent_looks_at_the_user_name_only()
    {
        var school = await portal.NewSchoolAsync();
        var student = await school.AddStudentAsync("Fleur", "Boomgaard");
        using var parent = await school.LinkedParentAsync(student, "Wilhelmina Kanarie");
        using var administrator = await school.NewAdministratorAsync();

        var byName = await SearchAsync(administrator, "parents", "kanar");
        var byAddress = await SearchAsync(administrator, "parents", Households.AddressOf("Wilhelmina Kanarie"));
        var byPartOfAddress = await SearchAsync(administrator, "parents", "gmail");
        var byChild = await SearchAsync(administrator, "parents", "Boomgaard");

        Assert.Single(Rows(byName));
        Assert.Empty(Rows(byAddress).Concat(Rows(byPartOfAddress)).Concat(Rows(byChild)));
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task Parents_stand_by_user_name_whoever_their_children_are()
    {
        var school = await portal.NewSchoolAsync();
        var (first, second) = (await school.AddStudentAsync("Ab", "Aarden"), await school.AddStudentAsync("Zus", "Zwart"));
        using var late = await school.LinkedParentAsync(first, "Xander Zee");
        using var early = await school.LinkedParentAsync(second, "Anna Bos");
        using var administrator = await school.NewAdministratorAsync();

        var page = await administrator.OpenAsync("/admin/users?show=parents");

        Assert.Equal(["Anna Bos", "Xander Zee"], Rows(page).Select(row => row.Children[0].TextContent));
    }

    [Fact]
    [Trait("Rule", "I9")]
    [Trait("Rule", "I13")]
    public async Task A_name_that_is_searched_for_is_in_no_address_and_no_log()
    {
        var school = await portal.NewSchoolAsync();
        await school.AddStudentAsync();
        using var administrator = await school.NewAdministratorAsync();

        var page = await SearchAsync(administrator, "students", "Philippa Zeldzaam");

        Assert.Equal("Philippa Zeldzaam", page.Document.QuerySelector("input[name=search]")!.GetAttribute("value"));
        Assert.DoesNotContain("Zeldzaam", page.Address.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(portal.Log.Lines, line => line.Text.Contains("Zeldzaam", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task A_search_of_another_school_is_no_search()
    {
        var (one, other) = (await portal.NewSchoolAsync(), await portal.NewSchoolAsync());
        await one.AddStudentAsync();
        await other.AddStudentAsync();
        using var atOne = await one.NewAdministratorAsync();
        using var atOther = await other.NewAdministratorAsync();
        var searched = await SearchAsync(atOne, "students", "Sanne");

        var page = await atOther.OpenAsync("/admin/users" + searched.Address.Query);

        Assert.Equal("", page.Document.QuerySelector("input[name=search]")!.GetAttribute("value") ?? "");
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task A_student_made_inactive_takes_the_only_parent_along_and_back_again()
    {
        var school = await portal.NewSchoolAsync();
        var student = await school.AddStudentAsync();
        using var parent = await school.LinkedParentAsync(student, "Jan de Vries");
        using var administrator = await school.NewAdministratorAsync();

        var inactive = await SetAsync(administrator, student, active: false);
        var parentsThen = await administrator.OpenAsync("/admin/users?show=parents");
        var parentThen = await parent.OpenAsync("/parents");
        var active = await SetAsync(administrator, student, active: true);
        var parentsNow = await administrator.OpenAsync("/admin/users?show=parents");

        Assert.Contains("The student is inactive", inactive.Text, StringComparison.Ordinal);
        Assert.Equal("Inactive", StatusOf(Assert.Single(Rows(inactive))));
        Assert.Equal("Inactive", StatusOf(Assert.Single(Rows(parentsThen))));
        Assert.Equal("/no-access", parentThen.Path);
        Assert.Contains("The student is active again", active.Text, StringComparison.Ordinal);
        Assert.Equal(("Active", "Active"), (StatusOf(Assert.Single(Rows(active))), StatusOf(Assert.Single(Rows(parentsNow)))));
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task A_student_who_is_inactive_in_the_schools_own_system_is_not_made_active_here()
    {
        var school = await portal.NewSchoolAsync();
        var (gone, other) = (await school.AddStudentAsync("Ab", "Aarden"), await school.AddStudentAsync("Zus", "Zwart"));
        await school.InSchoolAsync(services => services.GetRequiredService<ParentAccessDbContext>().Set<StudentRow>()
            .Where(row => row.Id == gone.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsActiveInSource, false), TestContext.Current.CancellationToken));
        using var administrator = await school.NewAdministratorAsync();

        var page = await administrator.OpenAsync("/admin/users");
        var forced = await SetAsync(administrator, gone, active: true);

        Assert.Equal("Inactive", StatusOf(Rows(page)[0]));
        Assert.Contains("Inactive in the school's own system.", Rows(page)[0].TextContent, StringComparison.Ordinal);
        Assert.Null(Rows(page)[0].QuerySelector("button"));
        Assert.NotNull(Rows(page)[1].QuerySelector("button"));
        Assert.Contains("The student is still inactive", forced.Text, StringComparison.Ordinal);
        Assert.Equal("Inactive", StatusOf(Rows(forced)[0]));
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task A_student_of_another_school_cannot_be_made_inactive()
    {
        var (own, other) = (await portal.NewSchoolAsync(), await portal.NewSchoolAsync());
        await own.AddStudentAsync();
        var stranger = await other.AddStudentAsync();
        using var administrator = await own.NewAdministratorAsync();
        using var there = await other.NewAdministratorAsync();

        var answer = await SetAsync(administrator, stranger, active: false);

        Assert.Contains("Nothing was changed", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Active", StatusOf(Assert.Single(Rows(await there.OpenAsync("/admin/users")))));
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task A_long_list_has_pages_and_the_way_back_is_kept()
    {
        var school = await portal.NewSchoolAsync();
        await school.InSchoolAsync(services =>
        {
            var database = services.GetRequiredService<ParentAccessDbContext>();
            database.AddRange(Enumerable.Range(0, 120).Select(number => Student(school, number)));
            return database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        using var administrator = await school.NewAdministratorAsync();

        var first = await SearchAsync(administrator, "students", "Jansen");
        var second = await administrator.OpenAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!.Replace($"/{school.Id}", "", StringComparison.Ordinal));
        var changed = await administrator.SubmitAsync(second, "/admin/users/student", ("student", "jansen-115"), ("active", "false"));
        var beyond = await administrator.OpenAsync("/admin/users?page=99");

        Assert.Contains("Page 1 of 2", first.Text, StringComparison.Ordinal);
        Assert.Equal((50, 10), (Rows(first).Count, Rows(second).Count));
        Assert.Contains("Page 2 of 2", changed.Text, StringComparison.Ordinal);
        Assert.Single(Rows(changed), row => StatusOf(row) == "Inactive");
        Assert.Equal("Jansen", changed.Document.QuerySelector("input[name=search]")!.GetAttribute("value"));
        Assert.Contains("Page 3 of 3", beyond.Text, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "I9")]
    [InlineData("?show=%3Cscript%3E&page=-1&notice=nonsense")]
    [InlineData("?show=parents&page=99999999999999999999&notice=7")]
    [InlineData("?page=1e3&find=CfDJ8AAAA")]
    [InlineData("?page=2147483647&show=students&show=parents")]
    [InlineData("?find=%00%ff&page=")]
    public async Task A_made_up_address_is_the_plain_list(string query)
    {
        var school = await portal.NewSchoolAsync();
        await school.AddStudentAsync();
        using var administrator = await school.NewAdministratorAsync();

        var page = await administrator.OpenAsync("/admin/users" + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector(".klik-notice"));
        Assert.DoesNotContain("<script>", page.Document.QuerySelector("main")!.InnerHtml, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [Trait("Rule", "I9")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("'; drop table students; --")]
    [InlineData("<b>x</b>\"")]
    [InlineData("a\u0007b")]
    [InlineData("👩‍👧")]
    public async Task An_odd_search_finds_nobody_and_stays_as_typed(string search)
    {
        var school = await portal.NewSchoolAsync();
        await school.AddStudentAsync();
        using var administrator = await school.NewAdministratorAsync();

        var page = await SearchAsync(administrator, "students", search);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(Rows(page));
        Assert.Equal(search.Replace("\u0007", "", StringComparison.Ordinal), page.Document.QuerySelector("input[name=search]")!.GetAttribute("value"));
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task An_endless_search_is_cut_off()
    {
        var school = await portal.NewSchoolAsync();
        await school.AddStudentAsync();
        using var administrator = await school.NewAdministratorAsync();

        var page = await SearchAsync(administrator, "students", string.Concat(Enumerable.Repeat("👩‍👧", 300)));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.InRange(page.Address.Query.Length, 1, 2_000);
    }

    private static StudentRow Student(TestSchool school, int number)
    {
        var family = number < 60 ? "Bakker" : "Jansen";
        return new StudentRow
        {
            SchoolId = school.Id.Value,
            Id = $"{family.ToLowerInvariant()}-{number:000}",
            GivenName = $"Noor{number:000}",
            FamilyName = family,
            DisplayName = $"Noor{number:000} {family}",
            IsActiveInSource = true,
            ChangedAt = DateTimeOffset.UnixEpoch,
        };
    }

    private static async Task<VisitedPage> SearchAsync(Visitor administrator, string list, string search) =>
        await administrator.SubmitAsync(await administrator.OpenAsync($"/admin/users?show={list}"), "/admin/users/search", ("search", search));

    private static async Task<VisitedPage> SetAsync(Visitor administrator, TestStudent student, bool active) =>
        await administrator.SubmitAsync(
            await administrator.OpenAsync("/admin/users"), "/admin/users/student", ("student", student.Id), ("active", active ? "true" : "false"));

    private static IReadOnlyList<IElement> Rows(VisitedPage page) => [.. page.Document.QuerySelectorAll("ul.klik-rows > li")];

    private static string StatusOf(IElement row) => row.QuerySelector(".klik-badge")!.TextContent.Trim();
}
