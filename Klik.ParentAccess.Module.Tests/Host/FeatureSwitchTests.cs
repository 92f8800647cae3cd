using System.Net;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>An administrator turns parent access off and on again, on Orchard's own page of features.</summary>
[Trait("Rule", "O1")]
public sealed class FeatureSwitchTests(RunningHost host)
{
    internal const string Tenant = "Switched";
    internal const string Prefix = "/switched";

    private readonly SiteSchool _school = new(host, Tenant, Prefix);

    [Fact]
    public async Task Off_nothing_of_it_shows_and_on_again_everything_is_there()
    {
        await host.SetUpAsync(Prefix);
        var (student, studentName) = await _school.NewStudentAsync();
        using var parent = await _school.NewParentAsync(student, "Naomi Kwast", "naomi.kwast@gmail.com");
        await student.InvitesAsync("Otto", "otto@voorbeeld.example");
        var link = await host.InvitationLinkAsync("otto@voorbeeld.example", Tenant);
        using var administrator = await _school.NewAdministratorAsync();

        await SwitchAsync(administrator, "Disable");

        foreach (var path in new[] { "/sign-in", "/parents", "/profile/parents", "/invitation", "/no-access", "/accent.css" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await student.OpenAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await parent.OpenAsync(path)).Status);
        }

        var settings = await administrator.OpenAsync("/Admin/Settings/general");
        var users = await administrator.OpenAsync("/Admin/Users/Index");
        Assert.DoesNotContain("Parent access", settings.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Naomi Kwast", users.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("naomi.kwast@gmail.com", users.Html, StringComparison.OrdinalIgnoreCase);

        await SwitchAsync(administrator, "Enable");

        using var other = _school.NewVisitor();
        var otherOverview = await other.AcceptInvitationAsync(link, Persona.MicrosoftWork("otto@work.example"), "microsoft");
        Assert.Contains(studentName, (await parent.OpenAsync("/parents")).Text, StringComparison.Ordinal);
        Assert.Contains(studentName, otherOverview.Text, StringComparison.Ordinal);
        var profile = await student.OpenAsync("/profile/parents");
        Assert.Contains("Naomi Kwast", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Otto", profile.Text, StringComparison.Ordinal);
        var role = await administrator.OpenAsync("/Admin/Roles/Edit/Parent");
        Assert.True(role.Document.QuerySelector("[name='Checkbox.ViewLinkedStudents']")?.HasAttribute("checked"));
    }

    private static async Task SwitchAsync(SiteVisitor administrator, string action)
    {
        var page = await administrator.OpenAsync("/Admin/Features");
        Assert.Contains(Features.ParentAccess, page.Html, StringComparison.Ordinal);
        await administrator.PostAsync(page, $"/Admin/Features/{Features.ParentAccess}/{action}");
    }
}
