using System.Net;
using Klik.ParentAccess.Module.Tests.Host;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Security;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>Staff who may open the admin panel: letters and imports take a permission of their own.</summary>
[Trait("Rule", "L1")]
[Collection<LetterSchools>]
public sealed class LetterPermissionTests(RunningHost host)
{
    private const string Panel = "AccessAdminPanel";

    [Fact]
    public async Task Who_may_make_letters_makes_them_and_nothing_else()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var student = await school.AddStudentAsync();
        using var secretary = await StaffAsync(school, Panel, LetterPermissions.MakeParentLetters.Name);

        var ready = await secretary.MakeAsync();
        var import = await secretary.OpenAsync("/Admin/ParentAccess/Import");

        Assert.Contains(student.Name, await secretary.TextOfAsync(ready), StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"file\"", import.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task Who_may_not_gets_nothing_of_them()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (student, code) = await school.NewLetterAsync();
        using var administrator = await school.NewAdministratorAsync();
        var pdf = LetterScreen.PdfOf(await administrator.MakeAsync());
        using var clerk = await StaffAsync(school, Panel);
        var page = await clerk.OpenAsync("/no-access");

        var panel = await clerk.OpenAsync("/Admin");
        foreach (var path in new[] { LetterScreen.Path, $"{LetterScreen.Path}/text", pdf })
        {
            using var answer = await clerk.RequestAsync(HttpMethod.Get, path);
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Forbidden });
        }

        await clerk.PostAsync(page, LetterScreen.Path, ("do", "withdraw"), ("student", student.Id));
        await clerk.PostAsync(page, $"{LetterScreen.Path}/text", ("do", "save"), ("language", "en"), ("title", "Taken"), ("introduction", "Taken"), ("steps", "Taken"));

        Assert.Equal(HttpStatusCode.OK, panel.Status);
        Assert.DoesNotContain(LetterScreen.Path, panel.Html, StringComparison.Ordinal);
        Assert.IsType<Core.Letters.RedeemActivationCodeResult.Linked>(await school.RedeemAsync("Jan", code));
        Assert.DoesNotContain("Taken", (await administrator.OpenAsync($"{LetterScreen.Path}/text?language=en")).Html, StringComparison.Ordinal);
    }

    /// <summary>Somebody of the staff with some permissions, signed in.</summary>
    private static async Task<SiteVisitor> StaffAsync(SiteSchool school, params string[] permissions)
    {
        var (role, name) = (SiteSchool.Unique("role"), SiteSchool.Unique("staff"));
        await school.InSiteAsync(async services => Assert.True((await services.GetRequiredService<RoleManager<IRole>>()
            .CreateAsync(new Role { RoleName = role, RoleClaims = [.. permissions.Select(permission => RoleClaim.Create(permission))] })).Succeeded));
        await school.InSiteAsync(async services => Assert.True((await services.GetRequiredService<UserManager<IUser>>()
            .CreateAsync(new User { UserName = name, Email = $"{name}@school.example", EmailConfirmed = true, RoleNames = [role] }, RunningHost.Password)).Succeeded));
        var visitor = school.NewVisitor();
        await visitor.SignInAsync(name, "/Admin");
        return visitor;
    }
}
