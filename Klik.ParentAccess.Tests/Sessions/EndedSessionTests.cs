using System.Net;
using Klik.ParentAccess.Tests.Portal;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Sessions;

/// <summary>A session that has ended is over for every copy of its cookie.</summary>
public sealed class EndedSessionTests(RunningPortal portal)
{
    public static TheoryData<string> PagesOfParents =>
    [
        "/parents", "/parents/students/{0}", "/parents/students/{0}/grades", "/parents/students/{0}/progress", "/parents/students/{0}/assessments",
        "/parents/students/{0}/goals", "/parents/students/{0}/links", "/parents/students/{0}/conversations",
        "/parents/settings", "/parents/settings/data", "/parents/settings/data.json", "/parents/settings/delete",
    ];

    [Theory]
    [MemberData(nameof(PagesOfParents))]
    public async Task A_copy_of_a_parents_cookie_opens_no_page_after_signing_out(string page)
    {
        var (school, child, _, parent) = await LinkedAsync();
        using var owner = parent;
        using var thief = CopyOf(owner);
        page = string.Format(null, page, child.Id);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(thief, page));

        await SignOutAsync(owner);

        using var answer = await thief.RequestAsync(HttpMethod.Get, page);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith($"/{school.Id}/sign-in?", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/parents/settings", "/parents/settings")]
    [InlineData("/parents/settings", "/sign-out-elsewhere")]
    [InlineData("/parents/settings/delete", "/parents/settings/delete")]
    public async Task Nor_does_it_send_a_form(string page, string action)
    {
        var (_, _, _, parent) = await LinkedAsync();
        using var owner = parent;
        using var thief = CopyOf(owner);
        // Another session, so that signing out everywhere else is offered.
        using var other = owner.School.NewVisitor();
        other.Plan = owner.Plan;
        await other.SignInAsParentAsync();
        var form = await thief.OpenAsync(page);

        await SignOutAsync(owner);

        var answer = await thief.SubmitAsync(form, action, ("language", "nl"));
        Assert.Equal("/sign-in", answer.Path);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, "/parents"));
        Assert.Equal("en", (await other.OpenAsync("/parents")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    [Trait("Rule", "L6")]
    public async Task Nor_does_it_link_a_child()
    {
        var (school, _, _, parent) = await LinkedAsync();
        using var owner = parent;
        var second = await school.AddStudentAsync("Tess");
        var code = await school.MakeLetterAsync(second);
        using var thief = CopyOf(owner);
        var form = await thief.OpenAsync("/a");

        await SignOutAsync(owner);
        var answer = await thief.SubmitAsync(form, "/a", ("code", code));

        Assert.Contains("signed out", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tess", (await owner.SignInAsParentAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I1")]
    public async Task A_copy_of_a_students_cookie_invites_nobody_after_signing_out()
    {
        var school = await portal.NewSchoolAsync();
        var pupil = await school.AddStudentAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, pupil);
        using var thief = CopyOf(student);
        var form = await thief.OpenAsync("/profile/parents");
        Assert.Equal(HttpStatusCode.OK, form.Status);

        await SignOutAsync(student);
        var sent = await thief.SubmitAsync(form, "/profile/parents", ("name", "Eve"), ("email", "eve@example.nl"));

        Assert.Equal("/sign-in", sent.Path);
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(thief, "/profile/parents"));
        await student.SignInAsStudentAsync(pupil);
        Assert.DoesNotContain("Eve", (await student.OpenAsync("/profile/parents")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/users")]
    [InlineData("/admin/letters")]
    [InlineData("/admin/settings")]
    [InlineData("/admin/import")]
    public async Task A_copy_of_an_administrators_cookie_opens_nothing_after_signing_out(string page)
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = school.NewVisitor();
        await administrator.SignInAsAdministratorAsync();
        using var thief = CopyOf(administrator);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(thief, page));

        await SignOutAsync(administrator);

        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(thief, page));
    }

    [Fact]
    public async Task A_parent_sees_where_the_account_is_signed_in_and_signs_out_everywhere_else()
    {
        var (school, _, _, parent) = await LinkedAsync();
        using var here = parent;
        using var elsewhere = school.NewVisitor();
        elsewhere.Plan = here.Plan;
        await elsewhere.SignInAsParentAsync();

        var before = await here.OpenAsync("/parents/settings");
        var data = await here.OpenAsync("/parents/settings/data.json");
        var after = await here.SubmitAsync(before, "/sign-out-elsewhere");

        Assert.Equal(["This browser", "Another browser or device"], Listed(before));
        Assert.Equal(2, data.Html.Split("\"signedInSince\"")[1].Split(']')[0].Count(sign => sign == 'T'));
        Assert.Contains("You are signed out everywhere else", after.Text, StringComparison.Ordinal);
        Assert.Equal(["This browser"], Listed(after));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(here, "/parents"));
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(elsewhere, "/parents"));
    }

    [Fact]
    [Trait("Rule", "I4")]
    public async Task With_the_last_link_the_sessions_end_for_good()
    {
        var (_, _, student, parent) = await LinkedAsync();
        using var owner = parent;
        using var thief = CopyOf(owner);

        await InvitationPathTests.WithdrawAsync(student);
        await student.InvitesAsync("Jan", "jan@gmail.com");
        await owner.SignInAsParentAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(owner, "/parents"));
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(thief, "/parents"));
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task Deleting_the_account_leaves_none_of_its_sessions()
    {
        var (school, _, _, parent) = await LinkedAsync();
        using var owner = parent;
        using var elsewhere = school.NewVisitor();
        elsewhere.Plan = owner.Plan;
        await elsewhere.SignInAsParentAsync();
        Assert.Equal(2, await OfParentsAsync(school));

        await owner.SubmitAsync(await owner.OpenAsync("/parents/settings/delete"), "/delete");

        Assert.Equal(0, await OfParentsAsync(school));
    }

    [Fact]
    public async Task Signing_in_anew_leaves_no_session_behind()
    {
        var (school, _, _, parent) = await LinkedAsync();
        using var owner = parent;

        using var former = CopyOf(owner);
        await owner.OpenAsync("/sign-in/google");

        Assert.Equal(1, await OfParentsAsync(school));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(owner, "/parents"));
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(former, "/parents"));
    }

    private static List<string> Listed(VisitedPage settings) =>
        [.. settings.Document.QuerySelectorAll("[aria-labelledby=settings-sessions] > li").Select(item => item.FirstElementChild!.TextContent)];

    private static async Task<int> OfParentsAsync(TestSchool school)
    {
        var count = 0;
        await school.InSchoolAsync(async services => count = await services.GetRequiredService<ParentAccessDbContext>().Set<SessionRow>()
            .CountAsync(row => row.AccountId != null, TestContext.Current.CancellationToken));
        return count;
    }

    private static async Task SignOutAsync(Visitor visitor)
    {
        var page = await visitor.OpenAsync("/a");
        Assert.Equal("/sign-in", (await visitor.SubmitAsync(page, "/sign-out")).Path);
    }

    private static Visitor CopyOf(Visitor visitor)
    {
        var copy = visitor.School.NewVisitor();
        copy.Cookies.Add(visitor.Cookies.GetAllCookies());
        return copy;
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.RequestAsync(HttpMethod.Get, path);
        return answer.StatusCode;
    }

    private async Task<(TestSchool School, TestStudent Child, Visitor Student, Visitor Parent)> LinkedAsync()
    {
        var school = await portal.NewSchoolAsync();
        var child = await school.AddStudentAsync();
        var student = await InvitationPathTests.SignedInStudentAsync(school, child);
        await student.InvitesAsync("Jan", "jan@gmail.com");
        var parent = school.NewVisitor();
        parent.Plan = Persona.Gmail("jan@gmail.com");
        Assert.Equal("/parents", (await parent.SignInAsParentAsync()).Path);
        return (school, child, student, parent);
    }
}
