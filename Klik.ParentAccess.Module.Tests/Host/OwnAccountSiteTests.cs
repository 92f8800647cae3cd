using System.Net;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.Tests.Portal;
using OrchardCore.Entities;
using OrchardCore.Settings;
using OrchardCore.Users.Models;
using YesSql;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Accounts at the school in an Orchard site, which keeps them apart from its own users.</summary>
[Trait("Rule", "L4")]
[Trait("Rule", "L5")]
[Trait("Rule", "I13")]
[Collection<BusySchools>]
public sealed class OwnAccountSiteTests(BusyHost host) : IAsyncLifetime
{
    private const string Password = "paarse olifant fietst";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await AllowAsync(false);

    [Fact]
    public async Task A_parent_registers_signs_in_and_has_no_password_in_Orchard()
    {
        await AllowAsync(true);
        using var student = new SiteVisitor(host);
        using var parent = new SiteVisitor(host);
        using var other = new SiteVisitor(host);
        await student.SignInAsync(await host.AddStudentAsync());
        await student.InvitesAsync("Olivier Eigen", "eigen@example.nl");
        var secret = (await host.InvitationLinkAsync("eigen@example.nl")).Split('#')[1];

        var start = await parent.SubmitAsync(await parent.OpenAsync("/invitation"), "/sign-in/own/start", ("token", secret));
        var form = await parent.SubmitAsync(start, "/sign-in/own/register/start");
        var asked = await parent.SubmitAsync(form, "/sign-in/own/register", ("name", "Olivier"), ("email", "eigen@example.nl"), ("password", Password));
        var accepted = await parent.SubmitAsync(asked, "/invitation/accept");
        var settings = await parent.OpenAsync("/parents/settings/sign-in");
        var wrong = await SignInAsync(other, "niet het wachtwoord");
        var right = await SignInAsync(other, Password);
        var changed = await other.SubmitAsync(
            await other.OpenAsync("/parents/settings/sign-in"), "/sign-in/password", ("password", Password), ("newPassword", "een nieuw begin maken"));
        var elsewhere = await parent.OpenAsync("/parents");
        var user = Assert.Single(await UsersAsync(), known => known.UserName == "Olivier Eigen");

        Assert.Equal("/invitation/accept", asked.Address.AbsolutePath);
        Assert.Equal("/parents", accepted.Address.AbsolutePath);
        Assert.Contains("eigen@example.nl", settings.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("/parents", right.Address.AbsolutePath);
        Assert.Contains("Your password has been changed", changed.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", elsewhere.Address.AbsolutePath);
        Assert.Equal((null, null), (user.PasswordHash, user.Email));
        using var orchard = new SiteVisitor(host);
        Assert.Contains("/Login", (await orchard.SignInAsync("Olivier Eigen", "/parents", password: "een nieuw begin maken")).Address.AbsolutePath, StringComparison.OrdinalIgnoreCase);

        await AllowAsync(false);
        Assert.Equal("/sign-in", (await other.OpenAsync("/parents")).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync("/sign-in/own")).Status);
    }

    [Fact]
    public async Task The_administrator_allows_it_among_the_settings()
    {
        using var administrator = new SiteVisitor(host);
        const string Settings = "/Admin/Settings/parent-access";
        var page = await administrator.SignInAsync(RunningHost.Administrator, Settings);

        await administrator.SubmitAsync(page, Settings, ("ISite.ParentAccessSettings.AllowsOwnAccounts", "true"));

        using var visitor = new SiteVisitor(host);
        Assert.Contains("Continue with an account at the school", (await visitor.OpenAsync("/sign-in")).Text, StringComparison.Ordinal);
    }

    private static async Task<VisitedPage> SignInAsync(SiteVisitor visitor, string password) =>
        await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in/own"), "/sign-in/own", ("email", "eigen@example.nl"), ("password", password));

    private Task AllowAsync(bool allows) => host.InTenantAsync("Default", async services =>
    {
        var sites = services.GetRequiredService<ISiteService>();
        var site = await sites.LoadSiteSettingsAsync();
        site.Alter<ParentAccessSettings>(settings => settings.AllowsOwnAccounts = allows);
        await sites.UpdateSiteSettingsAsync(site);
    });

    private async Task<IReadOnlyList<User>> UsersAsync()
    {
        IReadOnlyList<User> users = [];
        await host.InTenantAsync("Default", async services => users = [.. await services.GetRequiredService<YesSql.ISession>().Query<User>().ListAsync()]);
        return users;
    }
}
