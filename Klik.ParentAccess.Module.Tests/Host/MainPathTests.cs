using System.Net;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>The main path on SQLite, and what each role finds at the host.</summary>
public sealed class MainPathTests(RunningHost host) : SharedMainPathTests(host)
{
    [Fact]
    [Trait("Rule", "O1")]
    public async Task Nothing_of_it_shows_in_a_school_that_has_the_feature_off()
    {
        using var administrator = new SiteVisitor(Host);

        var signIn = await administrator.OpenAsync("/north/sign-in");
        var style = await administrator.OpenAsync("/north/accent.css");
        var settings = await administrator.SignInAsync(RunningHost.Administrator, "/Admin/Settings/general", "/north");
        var roles = await administrator.OpenAsync("/north/Admin/Roles/Index");

        Assert.Equal(HttpStatusCode.NotFound, signIn.Status);
        Assert.Equal(HttpStatusCode.NotFound, style.Status);
        Assert.Equal(HttpStatusCode.OK, settings.Status);
        Assert.DoesNotContain("Parent access", settings.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Edit/Parent", roles.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "O2")]
    public async Task The_feature_makes_the_role_of_parents_with_its_permission()
    {
        using var administrator = new SiteVisitor(Host);

        await administrator.SignInAsync(RunningHost.Administrator, "/Admin");
        var role = await administrator.OpenAsync("/Admin/Roles/Edit/Parent");

        Assert.True(role.Document.QuerySelector("[name='Checkbox.ViewLinkedStudents']")?.HasAttribute("checked"));
        Assert.False(role.Document.QuerySelector("[name='Checkbox.InviteParents']")?.HasAttribute("checked"));
    }

    [Fact]
    public async Task An_administrator_is_neither_student_nor_parent()
    {
        using var administrator = new SiteVisitor(Host);

        var profile = await administrator.SignInAsync(RunningHost.Administrator);
        var parents = await administrator.OpenAsync("/parents");

        Assert.Equal(HttpStatusCode.Forbidden, profile.Status);
        Assert.Equal(HttpStatusCode.Forbidden, parents.Status);
    }

    [Fact]
    [Trait("Rule", "O4")]
    public async Task The_sites_own_login_page_does_not_offer_the_parents_providers()
    {
        using var visitor = new SiteVisitor(Host);

        var login = await visitor.OpenAsync("/Login");
        var signIn = await visitor.OpenAsync("/sign-in");

        Assert.DoesNotContain("ParentAccess.", login.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Google", login.Html, StringComparison.Ordinal);
        Assert.Contains("Google", signIn.Text, StringComparison.Ordinal);
    }
}
