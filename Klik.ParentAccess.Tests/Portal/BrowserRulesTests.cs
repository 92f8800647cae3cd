using System.Net;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>What browsers are told and where they are sent.</summary>
public sealed class BrowserRulesTests(RunningPortal portal)
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/invitation")]
    [InlineData("/no-such-page")]
    [InlineData("/parents")]
    [Trait("Rule", "P2")]
    public async Task No_page_runs_foreign_script_stands_in_a_frame_or_tells_others_its_address(string path)
    {
        var school = await portal.NewSchoolAsync();
        using var visitor = school.NewVisitor();

        using var answer = await visitor.RequestAsync(HttpMethod.Get, path);

        Assert.Contains("default-src 'none'; script-src 'self'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task Choosing_a_language_leads_back_to_the_page_and_never_out_of_the_school()
    {
        var school = await portal.NewSchoolAsync();
        using var visitor = school.NewVisitor();
        var asked = $"/sign-in?return={Uri.EscapeDataString($"/{school.Id}/parents/settings")}";

        var back = await visitor.SubmitAsync(await visitor.OpenAsync(asked), "/language", ("language", "nl"));
        var home = await visitor.SubmitAsync(back, "/language", ("language", "en"), ("returnPath", "//evil.example/"));

        Assert.Equal("nl", back.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ltr", back.Document.DocumentElement.GetAttribute("dir"));
        Assert.Equal($"{school.Address}{asked}", back.Address.AbsoluteUri);
        Assert.Equal($"{school.Address}/sign-in", home.Address.AbsoluteUri);
    }

    [Fact]
    [Trait("Rule", "I2")]
    public async Task A_page_that_asks_to_sign_in_is_where_one_ends_after_it()
    {
        var school = await portal.NewSchoolAsync();
        using var student = school.NewVisitor();
        await student.SignInAsStudentAsync(await school.AddStudentAsync());
        await student.InvitesAsync("Jan", "jan@gmail.com");
        using var parent = school.NewVisitor();
        parent.Plan = Persona.Gmail("jan@gmail.com");

        var page = await parent.SubmitAsync(await parent.OpenAsync("/parents/settings"), "/sign-in/google");

        Assert.Equal("/parents/settings", page.Path);
    }

    [Theory]
    [InlineData("/admin/settings", "/admin/settings")]
    [InlineData("/admin/users?show=parents", "/admin/users")]
    [InlineData("/profile/parents", "/admin/users")]
    [InlineData("//evil.example/admin", "/admin/users")]
    [Trait("Rule", "I1")]
    public async Task Signing_in_at_the_school_leads_back_to_a_page_of_ones_own_and_nowhere_else(string wish, string end)
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();
        var wanted = wish.StartsWith("//", StringComparison.Ordinal) ? wish : $"/{school.Id}{wish}";

        var page = await administrator.OpenAsync($"/sign-in/school?return={Uri.EscapeDataString(wanted)}");

        Assert.Equal(end, page.Path);
    }

    [Fact]
    [Trait("Rule", "I4")]
    public async Task Signing_in_with_an_account_without_access_ends_the_session_of_whoever_was_here_before()
    {
        var school = await portal.NewSchoolAsync();
        using var student = school.NewVisitor();
        await student.SignInAsStudentAsync(await school.AddStudentAsync());
        await student.InvitesAsync("Jan", "jan@gmail.com");
        using var browser = school.NewVisitor();
        browser.Plan = Persona.Gmail("jan@gmail.com");
        await browser.SignInAsParentAsync();

        browser.Plan = Persona.Gmail("somebody.else@gmail.com");
        var refused = await browser.SubmitAsync(await browser.OpenAsync("/no-access"), "/sign-in/google");
        using var after = await browser.RequestAsync(HttpMethod.Get, "/parents");

        Assert.Equal("/no-access", refused.Path);
        Assert.Equal(HttpStatusCode.SeeOther, after.StatusCode);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
