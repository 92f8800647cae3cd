using System.Net;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>The main path through the Orchard host, over HTTP.</summary>
public sealed class MainPathTests(RunningHost host)
{
    [Fact]
    [Trait("Rule", "I1")]
    [Trait("Rule", "I2")]
    [Trait("Rule", "I6")]
    [Trait("Rule", "O4")]
    public async Task An_invited_parent_signs_in_and_sees_the_child()
    {
        var name = await host.AddStudentAsync();
        using var student = new SiteVisitor(host);
        using var parent = new SiteVisitor(host);

        var before = await parent.SignInAsParentAsync(Persona.Gmail("jan@gmail.com"));
        await student.SignInAsync(name);
        var sent = await student.InvitesAsync("Jan de Vries", "jan@gmail.com");
        var after = await parent.SignInAsParentAsync(Persona.Gmail("jan@gmail.com"));

        Assert.Equal("/no-access", before.Address.AbsolutePath);
        Assert.Contains("Jan de Vries", sent.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", after.Address.AbsolutePath);
        Assert.Contains(name, after.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P1")]
    [Trait("Rule", "P2")]
    [Trait("Rule", "O6")]
    public async Task The_mail_brings_a_link_that_lets_in_whoever_has_the_mailbox()
    {
        var name = await host.AddStudentAsync();
        using var student = new SiteVisitor(host);
        using var parent = new SiteVisitor(host);
        await student.SignInAsync(name);

        await student.InvitesAsync("Els", "els@example.nl");
        var link = await host.InvitationLinkAsync("els@example.nl");
        var accepted = await parent.AcceptInvitationAsync(link, Persona.MicrosoftWork("els@work.example"), "microsoft");

        Assert.StartsWith($"{host.Address}/invitation#", link, StringComparison.Ordinal);
        Assert.Equal("/parents", accepted.Address.AbsolutePath);
        Assert.Contains(name, accepted.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "O1")]
    public async Task Nothing_of_it_shows_in_a_school_that_has_the_feature_off()
    {
        using var administrator = new SiteVisitor(host);

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
        using var administrator = new SiteVisitor(host);

        await administrator.SignInAsync(RunningHost.Administrator, "/Admin");
        var role = await administrator.OpenAsync("/Admin/Roles/Edit/Parent");

        Assert.True(role.Document.QuerySelector("[name='Checkbox.ViewLinkedStudents']")?.HasAttribute("checked"));
        Assert.False(role.Document.QuerySelector("[name='Checkbox.InviteParents']")?.HasAttribute("checked"));
    }

    [Fact]
    public async Task An_administrator_is_neither_student_nor_parent()
    {
        using var administrator = new SiteVisitor(host);

        var profile = await administrator.SignInAsync(RunningHost.Administrator);
        var parents = await administrator.OpenAsync("/parents");

        Assert.Equal(HttpStatusCode.Forbidden, profile.Status);
        Assert.Equal(HttpStatusCode.Forbidden, parents.Status);
    }

    [Fact]
    [Trait("Rule", "O4")]
    public async Task The_sites_own_login_page_does_not_offer_the_parents_providers()
    {
        using var visitor = new SiteVisitor(host);

        var login = await visitor.OpenAsync("/Login");
        var signIn = await visitor.OpenAsync("/sign-in");

        Assert.DoesNotContain("ParentAccess.", login.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Google", login.Html, StringComparison.Ordinal);
        Assert.Contains("Google", signIn.Text, StringComparison.Ordinal);
    }
}
