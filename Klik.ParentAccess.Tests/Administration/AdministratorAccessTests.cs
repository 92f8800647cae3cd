using System.Net;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.SignIn;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Administration;

[Trait("Rule", "I9")]
public sealed class AdministratorAccessTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    public static TheoryData<string, string> Requests => new()
    {
        { "GET", "/admin/users" },
        { "GET", "/admin/users?show=parents" },
        { "POST", "/admin/users/search" },
        { "POST", "/admin/users/student" },
        { "GET", "/admin/import" },
        { "POST", "/admin/import" },
        { "GET", "/admin/letters" },
        { "POST", "/admin/letters" },
        { "GET", "/admin/letters/text" },
        { "POST", "/admin/letters/text" },
        { "GET", "/admin/settings" },
        { "POST", "/admin/settings" },
        { "POST", "/admin/settings/preview" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Whoever_is_not_signed_in_signs_in_first(string method, string path)
    {
        var school = await portal.NewSchoolAsync();
        using var visitor = school.NewVisitor();

        using var response = await visitor.RequestAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.StartsWith($"/{school.Id}/sign-in", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_student_and_a_parent_are_told_that_it_is_not_for_them(string method, string path)
    {
        var school = await portal.NewSchoolAsync();
        var student = await school.AddStudentAsync();
        using var studentVisitor = school.NewVisitor();
        await studentVisitor.SignInAsStudentAsync(student);
        using var parentVisitor = await school.LinkedParentAsync(student, "Jan de Vries");

        using var toStudent = await studentVisitor.RequestAsync(new HttpMethod(method), path);
        using var toParent = await parentVisitor.RequestAsync(new HttpMethod(method), path);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (toStudent.StatusCode, toParent.StatusCode));
        Assert.Contains("This page is not for you", await toParent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_form_without_its_token_does_nothing(string method, string path)
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();

        using var response = await administrator.RequestAsync(new HttpMethod(method), path, method == "POST" ? new FormUrlEncodedContent([]) : null);

        Assert.Equal(method == "POST" ? HttpStatusCode.BadRequest : HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task An_administrator_who_is_no_longer_listed_is_out_at_the_next_request()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = school.NewVisitor();
        administrator.Plan = TokenPlan.School("tweede");
        await SetListedAsync("tweede");
        var before = await administrator.OpenAsync("/sign-in/school");

        await SetListedAsync("derde");
        using var after = await administrator.RequestAsync(HttpMethod.Get, "/admin/users");
        await SetListedAsync("tweede");
        using var later = await administrator.RequestAsync(HttpMethod.Get, "/admin/users");

        Assert.Equal("/admin/users", before.Path);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (after.StatusCode, later.StatusCode));
    }

    [Fact]
    public async Task An_administrator_of_one_school_is_nobody_at_another()
    {
        var (own, other) = (await portal.NewSchoolAsync(), await portal.NewSchoolAsync());
        using var atOwn = own.NewVisitor();
        using var atOther = other.NewVisitor();
        atOwn.Plan = atOther.Plan = TokenPlan.School("tweede");
        await SetListedAsync($"{own.Id}/tweede");

        var opened = await atOwn.OpenAsync("/sign-in/school");
        var refused = await atOther.OpenAsync("/sign-in/school");

        Assert.Equal(("/admin/users", "/no-access"), (opened.Path, refused.Path));
    }

    /// <summary>Changes the second name in the list, in the file that whoever runs the portal changes.</summary>
    private async Task SetListedAsync(string name)
    {
        await File.WriteAllTextAsync(
            Path.Combine(portal.Folder, "appsettings.json"),
            $$"""{ "ParentAccess": { "Administrators": [ "first", "{{name}}" ] } }""",
            TestContext.Current.CancellationToken);
        ((IConfigurationRoot)portal.Services.GetRequiredService<IConfiguration>()).Reload();
    }
}
