using OrchardCore.Security.Permissions;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Where the site speaks Dutch, so does the module in Orchard's own screens.</summary>
[Trait("Rule", "P8")]
[Collection<ChangedSites>]
public sealed class DutchAdministrationTests(RunningHost host)
{
    [Theory]
    [InlineData("/Admin/Settings/parent-access", "Dagen tot een uitnodiging verloopt", "Days until an invitation expires")]
    [InlineData("/Admin/Settings/parent-access", "Clientgeheim bij Microsoft", "Client secret at Microsoft")]
    [InlineData("/Admin/Settings/general", "Oudertoegang", "Parent access")]
    [InlineData("/Admin/Roles/Edit/Parent", "De leerlingen zien die deze ouder hebben uitgenodigd", "See the students who invited this parent")]
    [InlineData("/Admin/ParentAccess/Import", "Leerlinggegevens importeren", "Import student records")]
    [InlineData("/Admin/ParentAccess/Import", "Uploaden en importeren", "Upload and import")]
    [InlineData("/Admin/ParentAccess/Letters", "Ouderbrieven", "Parent letters")]
    [InlineData("/Admin/ParentAccess/Letters/text", "Tekst van de brieven", "Text of the letters")]
    [InlineData("/Admin/Settings/parent-access", "Hoeveel ouders een brief kunnen gebruiken", "How many parents can use a letter")]
    public async Task A_screen_is_in_Dutch(string path, string dutch, string english)
    {
        var school = await DutchSchool.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();

        var page = await administrator.OpenAsync(path);

        var text = page.Document.Body!.TextContent;
        Assert.Contains(dutch, text, StringComparison.Ordinal);
        Assert.DoesNotContain(english, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_value_is_refused_in_Dutch()
    {
        var school = await DutchSchool.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();

        var page = await administrator.SaveSettingsAsync(("ISite.ParentAccessSettings.InvitationLifetimeDays", "91"));

        Assert.Contains("Vul een getal in van 1 tot en met 90.", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permission_means_the_same_in_every_language()
    {
        var school = await DutchSchool.SetUpAsync(host);

        await school.InSiteAsync(async services =>
        {
            var ours = (await Task.WhenAll(services.GetServices<IPermissionProvider>().OfType<Permissions>().Select(provider => provider.GetPermissionsAsync())))
                .SelectMany(permissions => permissions)
                .ToDictionary(permission => permission.Name, permission => permission.IsSecurityCritical);

            Assert.True(ours[Permissions.ManageParentAccessSettings.Name]);
            Assert.False(ours[Permissions.InviteParents.Name]);
        });
    }
}
