using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Orchard's own user management shows a parent's user name and status and offers nothing to do with it.</summary>
[Trait("Rule", "I9")]
[Trait("Rule", "O5")]
public sealed class UserManagementTests(RunningHost host)
{
    private readonly SiteSchool _school = new(host);

    [Fact]
    public async Task The_list_has_a_parents_name_and_status_and_nothing_else()
    {
        var (student, studentName) = await _school.NewStudentAsync();
        var name = SiteSchool.Unique("Fleur ");
        using var parent = await _school.NewParentAsync(student, name, $"{SiteSchool.Unique("fleur")}@gmail.com");
        using var administrator = await _school.NewAdministratorAsync();

        var row = await RowAsync(administrator, name);
        var other = await RowAsync(administrator, studentName);

        Assert.Equal($"{name} Active", TextOf(row));
        Assert.Empty(row.QuerySelectorAll("a, button, form, [title], [data-bs-toggle]"));
        Assert.Equal("itemIds", Assert.Single(row.QuerySelectorAll("input")).GetAttribute("name"));

        // Everybody else is shown as ever.
        Assert.Contains($"{studentName}@school.example", TextOf(other), StringComparison.Ordinal);
        Assert.Contains("Student", TextOf(other), StringComparison.Ordinal);
        Assert.Contains(other.QuerySelectorAll("a"), link => link.TextContent == "Edit");
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task The_status_follows_from_the_students_and_the_filter_goes_by_it()
    {
        var (student, studentName) = await _school.NewStudentAsync();
        var name = SiteSchool.Unique("Gijs ");
        using var parent = await _school.NewParentAsync(student, name, $"{SiteSchool.Unique("gijs")}@gmail.com");
        using var administrator = await _school.NewAdministratorAsync();
        Assert.NotEmpty(await FoundAsync(administrator, $"status:Enabled {name}", name));
        Assert.Empty(await FoundAsync(administrator, $"status:Disabled {name}", name));

        var id = (await _school.UserAsync(studentName))!.UserId;
        await administrator.PostAsync(await administrator.OpenAsync("/Admin/Users/Index"), $"/Admin/Users/Disable/{id}");

        Assert.Equal($"{name} Inactive", TextOf(await RowAsync(administrator, name)));
        Assert.Empty(await FoundAsync(administrator, $"status:Enabled {name}", name));
        Assert.NotEmpty(await FoundAsync(administrator, $"status:Disabled {name}", name));
        Assert.NotEmpty(await FoundAsync(administrator, $"status:Disabled {studentName}", studentName));
        Assert.True((await _school.UserAsync(name))!.IsEnabled);
    }

    [Fact]
    public async Task No_search_finds_a_parent_by_anything_but_the_name()
    {
        var (student, studentName) = await _school.NewStudentAsync();
        var (name, address) = (SiteSchool.Unique("Hugo "), $"{SiteSchool.Unique("kanarie")}@gmail.com");
        using var parent = await _school.NewParentAsync(student, name, address);
        using var administrator = await _school.NewAdministratorAsync();

        Assert.NotEmpty(await FoundAsync(administrator, name, name));
        foreach (var search in new[] { address, $"email:{address}", "email:gmail", "email:kanarie", studentName, "google", "role:Student", $"email:{studentName}" })
        {
            Assert.Empty(await FoundAsync(administrator, search, name));
        }

        // The same search does find whoever has an address there.
        Assert.NotEmpty(await FoundAsync(administrator, $"email:{studentName}", studentName));
    }

    [Fact]
    public async Task The_details_are_name_and_status()
    {
        var (student, studentName) = await _school.NewStudentAsync();
        var name = SiteSchool.Unique("Iris ");
        using var parent = await _school.NewParentAsync(student, name, $"{SiteSchool.Unique("iris")}@gmail.com");
        using var administrator = await _school.NewAdministratorAsync();

        var details = await administrator.OpenAsync($"/Admin/Users/Display/{(await _school.UserAsync(name))!.UserId}");
        var other = await administrator.OpenAsync($"/Admin/Users/Display/{(await _school.UserAsync(studentName))!.UserId}");

        Assert.Equal(HttpStatusCode.OK, details.Status);
        Assert.Equal([name, "Active"], details.Document.QuerySelectorAll("article dd").Select(TextOf));
        Assert.DoesNotContain("Email", TextOf(details.Document.QuerySelector("article")!), StringComparison.Ordinal);
        Assert.Contains($"{studentName}@school.example", other.Document.QuerySelectorAll("article dd").Select(TextOf));
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task Nothing_that_Orchard_can_do_with_a_user_is_done_to_a_parent()
    {
        var (student, studentName) = await _school.NewStudentAsync();
        var name = SiteSchool.Unique("Jet ");
        using var parent = await _school.NewParentAsync(student, name, $"{SiteSchool.Unique("jet")}@gmail.com");
        using var administrator = await _school.NewAdministratorAsync();
        var page = await administrator.OpenAsync("/Admin/Users/Index");
        var before = await _school.UserAsync(name);
        var id = before!.UserId;

        var edit = await administrator.OpenAsync($"/Admin/Users/Edit/{id}");
        var password = await administrator.OpenAsync($"/Admin/Users/EditPassword/{id}");
        foreach (var action in new[] { "Edit", "Disable", "Enable", "Unlock", "ConfirmEmail", "Delete" })
        {
            await administrator.PostAsync(page, $"/Admin/Users/{action}/{id}", ("User.UserName", "gekaapt"), ("User.Email", "beheer@school.example"), ("User.Roles[0].Role", "Administrator"), ("User.Roles[0].IsSelected", "true"));
        }

        await administrator.PostAsync(page, "/Admin/Users/EditPassword", ("UsernameOrEmail", name), ("NewPassword", RunningHost.Password), ("PasswordConfirmation", RunningHost.Password));
        foreach (var action in new[] { "ConfirmEmail", "Disable", "Enable", "Delete" })
        {
            await administrator.PostAsync(page, "/Admin/Users/Index", ("submit.BulkAction", "yes"), ("Options.BulkAction", action), ("itemIds", id));
        }

        Assert.Equal(("/Error/403", "/Error/403"), (edit.Address.AbsolutePath, password.Address.AbsolutePath));
        Assert.DoesNotContain(name, edit.Html + password.Html, StringComparison.Ordinal);
        Assert.Equal(Json(before), Json(await _school.UserAsync(name)));
        Assert.Contains(studentName, (await parent.OpenAsync("/parents")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task The_same_requests_do_change_any_other_user()
    {
        using var administrator = await _school.NewAdministratorAsync();
        var page = await administrator.OpenAsync("/Admin/Users/Index");
        var (disabled, deleted) = (await host.AddStudentAsync(), await host.AddStudentAsync());

        await administrator.PostAsync(page, "/Admin/Users/Index", ("submit.BulkAction", "yes"), ("Options.BulkAction", "Disable"), ("itemIds", (await _school.UserAsync(disabled))!.UserId));
        await administrator.PostAsync(page, $"/Admin/Users/Delete/{(await _school.UserAsync(deleted))!.UserId}");

        Assert.False((await _school.UserAsync(disabled))!.IsEnabled);
        Assert.Null(await _school.UserAsync(deleted));
    }

    [Fact]
    public async Task A_parent_has_no_user_page_of_Orchards_to_put_an_address_or_a_password_on()
    {
        var (student, _) = await _school.NewStudentAsync();
        var name = SiteSchool.Unique("Karel ");
        using var parent = await _school.NewParentAsync(student, name, $"{SiteSchool.Unique("karel")}@gmail.com");

        var own = await parent.OpenAsync("/Admin/Users/Edit");

        Assert.Equal("/Error/403", own.Address.AbsolutePath);
    }

    private static async Task<IElement> RowAsync(SiteVisitor administrator, string name) => Assert.Single(await FoundAsync(administrator, name, name));

    private static async Task<List<IElement>> FoundAsync(SiteVisitor administrator, string search, string name)
    {
        var page = await administrator.OpenAsync($"/Admin/Users/Index?pageSize=200&q={Uri.EscapeDataString(search)}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return [.. page.Document.QuerySelectorAll("li.list-group-item").Where(row => row.TextContent.Contains(name, StringComparison.Ordinal))];
    }

    private static string TextOf(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Json(User? user) => JsonSerializer.Serialize(user);
}
