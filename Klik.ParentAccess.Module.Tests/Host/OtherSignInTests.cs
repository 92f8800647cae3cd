using System.Net;
using System.Text.Json.Nodes;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.Tests.Portal;
using OrchardCore.Settings;
using OrchardCore.Users.Models;
using YesSql;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Sign-in of parents beside a site's own ways to sign in, and with settings that are wrong.</summary>
[Trait("Rule", "O4")]
[Collection<BusySchools>]
public sealed class OtherSignInTests(BusyHost host)
{
    private const string Settings = "/Admin/Settings/parent-access";

    [Fact]
    public async Task Staff_go_through_the_sites_own_registration_and_a_parent_never_does()
    {
        await AllowRegistrationAsync();
        using var teacher = new SiteVisitor(host);
        using var parent = new SiteVisitor(host);
        using var student = new SiteVisitor(host);
        await student.SignInAsync(await host.AddStudentAsync());
        await student.InvitesAsync("Bea", "busy1@gmail.com");

        var refused = await parent.SignInAsParentAsync(Persona.Gmail("nobody@gmail.com"));
        var before = await UsersAsync();
        await teacher.SubmitAsync(await teacher.OpenAsync("/Login"), "/ExternalLogin", ("provider", StaffSignInHandler.Name));
        var between = await UsersAsync();
        var children = await parent.SignInAsParentAsync(Persona.Gmail("busy1@gmail.com"));
        var after = await UsersAsync();

        Assert.Equal("/no-access", refused.Address.AbsolutePath);
        var staff = Assert.Single(between.ExceptBy(before.Select(user => user.UserId), user => user.UserId));
        Assert.Equal(StaffSignInHandler.Subject, Assert.Single(staff.LoginInfos).ProviderKey);
        Assert.False(ParentUser.Is(staff));
        Assert.DoesNotContain("Parent", staff.RoleNames);
        Assert.Equal("/parents", children.Address.AbsolutePath);
        var bea = Assert.Single(after.ExceptBy(between.Select(user => user.UserId), user => user.UserId));
        Assert.True(ParentUser.Is(bea));
        Assert.Empty(bea.LoginInfos);
    }

    [Fact]
    public async Task The_sites_own_login_page_offers_its_own_providers_alone()
    {
        using var visitor = new SiteVisitor(host);

        var login = await visitor.OpenAsync("/Login");

        Assert.Equal([StaffSignInHandler.Name], login.Document.QuerySelectorAll("button[name=provider]").Select(button => button.GetAttribute("value")));
    }

    [Fact]
    public async Task Wrong_settings_of_one_provider_leave_the_site_and_the_others_working()
    {
        using var visitor = new SiteVisitor(host);
        using var administrator = new SiteVisitor(host);

        var login = await visitor.OpenAsync("/Login");
        var signIn = await visitor.OpenAsync("/sign-in");
        var microsoft = await visitor.OpenAsync("/sign-in/microsoft");
        var settings = await administrator.SignInAsync(RunningHost.Administrator, Settings);

        Assert.Equal(HttpStatusCode.OK, login.Status);
        Assert.Contains("Google", signIn.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Continue with Microsoft", signIn.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, microsoft.Status);
        Assert.Contains("ParentAccess:Providers:Microsoft:ClientSecret is missing", settings.Html, StringComparison.Ordinal);
        Assert.Contains(host.Log.Lines, line => line.Text.Contains("ParentAccess:Providers:Microsoft:ClientSecret is missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_callback_that_is_taken_is_told_on_the_settings_page_and_in_the_log()
    {
        using var administrator = new SiteVisitor(host);
        var settings = await administrator.SignInAsync(RunningHost.Administrator, Settings, "/south");

        var wrong = await administrator.SubmitAsync(settings, Settings, ("ISite.ParentSignInSettings.Google.CallbackPath", "signin?"));
        await administrator.SubmitAsync(settings, Settings, ("ISite.ParentSignInSettings.Google.CallbackPath", "/signin-google"));
        var taken = await administrator.OpenAsync($"/south{Settings}");

        const string Clash = "answers at the same redirect address";
        Assert.DoesNotContain(Clash, settings.Html, StringComparison.Ordinal);
        Assert.Contains("A path is a slash", wrong.Html, StringComparison.Ordinal);
        Assert.Contains(Clash, taken.Html, StringComparison.Ordinal);
        Assert.Contains(host.Log.Lines, line => line.Text.Contains("answers at the callback of Google", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task The_language_that_a_parent_chose_holds_in_another_browser()
    {
        using var student = new SiteVisitor(host);
        using var first = new SiteVisitor(host);
        using var second = new SiteVisitor(host);
        await student.SignInAsync(await host.AddStudentAsync());
        await student.InvitesAsync("Cor", "busy2@gmail.com");
        await first.SignInAsParentAsync(Persona.Gmail("busy2@gmail.com"));

        await first.SubmitAsync(await first.OpenAsync("/parents/settings"), "/parents/settings", ("language", "nl"));
        var elsewhere = await second.SignInAsParentAsync(Persona.Gmail("busy2@gmail.com"));

        Assert.Contains("Uw kind", elsewhere.Text, StringComparison.Ordinal);
    }

    private Task AllowRegistrationAsync() => host.InTenantAsync("Default", async services =>
    {
        var sites = services.GetRequiredService<ISiteService>();
        var site = await sites.LoadSiteSettingsAsync();
        site.Properties["ExternalRegistrationSettings"] = new JsonObject
        {
            ["DisableNewRegistrations"] = false, ["NoPassword"] = true, ["NoUsername"] = true, ["NoEmail"] = true,
        };
        await sites.UpdateSiteSettingsAsync(site);
    });

    private async Task<IReadOnlyList<User>> UsersAsync()
    {
        IReadOnlyList<User> users = [];
        await host.InTenantAsync("Default", async services => users = [.. await services.GetRequiredService<YesSql.ISession>().Query<User>().ListAsync()]);
        return users;
    }
}
