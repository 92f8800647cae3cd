using System.Net;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.SignIn;

public sealed class SignInPageTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Fact]
    [Trait("Rule", "I11")]
    public async Task Whatever_the_cause_the_page_without_access_is_the_same()
    {
        var school = await portal.NewSchoolAsync();
        using var student = school.NewVisitor();
        await student.SignInAsStudentAsync(await school.AddStudentAsync());
        await student.InvitesAsync("Jan", "jan@example.nl");
        var causes = new List<string>();

        foreach (var plan in new[]
        {
            TokenPlan.Google("unknown@gmail.com") with { Subject = "unknown" },
            TokenPlan.Google("jan@example.nl", emailVerified: false) with { Subject = "unproven" },
            TokenPlan.Google(null) with { Subject = "without an address" },
        })
        {
            using var visitor = school.NewVisitor();
            visitor.Plan = plan;
            var page = await visitor.SignInAsParentAsync();
            Assert.Equal(("/no-access", HttpStatusCode.OK), (page.Path, page.Status));
            causes.Add(page.Text);
        }

        Assert.Single(causes.Distinct());
        Assert.Contains("Ask your child to send a new invitation.", causes[0], StringComparison.Ordinal);
        Assert.All(["Sanne", "Jan", "@"], word => Assert.DoesNotContain(word, causes[0], StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "I11")]
    public async Task The_page_without_access_lets_a_parent_switch()
    {
        var school = await portal.NewSchoolAsync();
        using var student = school.NewVisitor();
        await student.SignInAsStudentAsync(await school.AddStudentAsync());
        await student.InvitesAsync("Jan", "jan@gmail.com");
        using var jan = school.NewVisitor();
        jan.Plan = TokenPlan.Google("wrong@gmail.com") with { Subject = "wrong" };
        var page = await jan.SignInAsParentAsync();
        jan.Plan = TokenPlan.Google("jan@gmail.com") with { Subject = "right" };

        var after = await jan.SubmitAsync(page, "/sign-in/google");

        Assert.Equal("select_account", portal.Provider.LastAuthorization.GetValueOrDefault("prompt"));
        Assert.Equal("/parents", after.Path);
        Assert.Equal("/parents", (await jan.OpenAsync("/sign-in")).Path);
    }

    [Theory]
    [Trait("Rule", "P9")]
    [InlineData("cancelled", "You stopped signing in")]
    [InlineData("expired", "Signing in took too long")]
    [InlineData("signed-out", "You are not signed in any more")]
    [InlineData("refused", "Signing in did not work")]
    [InlineData("unavailable", "Signing in is not possible at the moment")]
    public async Task A_problem_is_told_in_a_sentence(string word, string sentence)
    {
        var school = await portal.NewSchoolAsync();
        using var visitor = school.NewVisitor();

        Assert.Contains(sentence, (await visitor.OpenAsync($"/sign-in?problem={word}")).Text, StringComparison.Ordinal);
        Assert.Contains(sentence, (await visitor.OpenAsync($"/invitation?problem={word}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P9")]
    public async Task A_word_that_is_no_problem_shows_nothing()
    {
        var school = await portal.NewSchoolAsync();
        using var visitor = school.NewVisitor();

        var page = await visitor.OpenAsync("/sign-in?problem=%3Cscript%3E&notice=x");

        Assert.Null(page.Document.QuerySelector("main [role=alert]"));
        Assert.DoesNotContain("&lt;script", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "P3")]
    [InlineData("{base}/parents/settings", "/parents/settings")]
    [InlineData("//evil.example/parents", "/parents")]
    [InlineData("/\\evil.example", "/parents")]
    [InlineData("https://evil.example/", "/parents")]
    [InlineData("{base}/profile/parents", "/parents")]
    [InlineData("{base}/parents/../profile/parents", "/parents")]
    public async Task Signing_in_leads_back_to_a_parents_page_and_nowhere_else(string wish, string end)
    {
        var school = await portal.NewSchoolAsync();
        using var student = school.NewVisitor();
        await student.SignInAsStudentAsync(await school.AddStudentAsync());
        await student.InvitesAsync("Jan", "jan@gmail.com");
        var wanted = Uri.EscapeDataString(wish.Replace("{base}", $"/{school.Id}", StringComparison.Ordinal));
        using var jan = school.NewVisitor();
        jan.Plan = TokenPlan.Google("jan@gmail.com");

        Assert.Equal(end, (await jan.SubmitAsync(await jan.OpenAsync($"/sign-in?return={wanted}"), "/sign-in/google")).Path);
        Assert.Equal(end, (await jan.OpenAsync($"/sign-in?return={wanted}")).Path);
        using var again = school.NewVisitor();
        again.Plan = jan.Plan;
        Assert.Equal(end, (await again.OpenAsync($"/sign-in/google?return={wanted}")).Path);
    }

    [Fact]
    [Trait("Rule", "I2")]
    public async Task A_provider_that_is_not_there_is_not_found()
    {
        var school = await portal.NewSchoolAsync();
        using var visitor = school.NewVisitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync("/sign-in/facebook")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync("/sign-in/GOOGLE")).Status);
    }

    [Fact]
    [Trait("Rule", "I4")]
    public async Task Signing_out_ends_the_session()
    {
        var school = await portal.NewSchoolAsync();
        using var student = school.NewVisitor();
        await student.SignInAsStudentAsync(await school.AddStudentAsync());

        var page = await student.SubmitAsync(await student.OpenAsync("/profile/parents"), "/sign-out");

        Assert.Contains("You are signed out", page.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await student.OpenAsync("/profile/parents")).Path);
    }

    [Fact]
    [Trait("Rule", "I2")]
    public async Task The_front_door_leads_each_to_what_is_theirs()
    {
        var school = await portal.NewSchoolAsync();
        using var student = school.NewVisitor();
        Assert.Equal("/sign-in", (await student.OpenAsync("/")).Path);
        await student.SignInAsStudentAsync(await school.AddStudentAsync());
        await student.InvitesAsync("Jan", "jan@gmail.com");
        using var jan = school.NewVisitor();
        jan.Plan = TokenPlan.Google("jan@gmail.com");
        await jan.SignInAsParentAsync();

        Assert.Equal("/profile/parents", (await student.OpenAsync("/")).Path);
        Assert.Equal("/parents", (await jan.OpenAsync("/")).Path);
    }
}
