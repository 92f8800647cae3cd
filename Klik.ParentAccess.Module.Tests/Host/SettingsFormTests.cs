using System.Net;
using Klik.ParentAccess.Models;
using OrchardCore.Settings;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>The form under Settings > Parent access, saved as an administrator does.</summary>
[Collection<ChangedSites>]
public sealed class SettingsFormTests(RunningHost host)
{
    private const string Secret = "s3cret-of-the-client";

    [Fact]
    [Trait("Rule", "P8")]
    [Trait("Rule", "I15")]
    public async Task What_is_saved_is_in_force()
    {
        var school = await AutomatedSchool.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();

        var saved = await administrator.SaveSettingsAsync(
            ("ISite.ParentAccessSettings.Language", "en"),
            ("ISite.ParentAccessSettings.AccentColor", "#663399"),
            ("ISite.ParentAccessSettings.ShowsConversations", "false"),
            ("ISite.ParentAccessSettings.InvitationLifetimeDays", "21"));
        using var student = (await school.NewStudentAsync()).Visitor;
        var profile = await student.OpenAsync("/profile/parents");

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var settings = await SettingsAsync<ParentAccessSettings>(school);
        Assert.Equal(("en", "#663399", false, 21), (settings.Language, settings.AccentColor, settings.ShowsConversations, settings.InvitationLifetimeDays ?? 0));
        Assert.Contains("accent.css?v=663399", profile.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Language", "xx", "Choose a language from the list.")]
    [InlineData("AccentColor", "reddish", "A colour is a # and six digits or letters a to f, such as #126073.")]
    [InlineData("InvitationLifetimeDays", "0", "Fill in a number from 1 to 90.")]
    [InlineData("InvitationLifetimeDays", "91", "Fill in a number from 1 to 90.")]
    [InlineData("InvitationLifetimeDays", "many", "many")]
    [Trait("Rule", "P8")]
    public async Task A_wrong_value_is_refused_with_a_sentence(string field, string value, string sentence)
    {
        var school = await AutomatedSchool.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();
        var before = await SettingsAsync<ParentAccessSettings>(school);

        var page = await administrator.SaveSettingsAsync(($"ISite.ParentAccessSettings.{field}", value));

        var error = page.Document.QuerySelector($"[data-valmsg-for='ISite.ParentAccessSettings.{field}'].field-validation-error");
        Assert.Contains(sentence, error?.TextContent ?? "", StringComparison.Ordinal);
        var after = await SettingsAsync<ParentAccessSettings>(school);
        Assert.Equal(
            (before.Language, before.AccentColor, before.InvitationLifetimeDays),
            (after.Language, after.AccentColor, after.InvitationLifetimeDays));
    }

    [Fact]
    [Trait("Rule", "O4")]
    public async Task A_secret_is_kept_protected_and_never_shown_again()
    {
        var school = await DutchSchool.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();

        var saved = await administrator.SaveSettingsAsync(
            ("ISite.ParentSignInSettings.Google.ClientId", "client-at-google"), ("ISite.ParentSignInSettings.Google.ClientSecret", Secret));
        var kept = (await SettingsAsync<ParentSignInSettings>(school)).Google;
        var again = await administrator.SaveSettingsAsync(("ISite.ParentSignInSettings.Google.ClientId", "another-client"));
        var after = (await SettingsAsync<ParentSignInSettings>(school)).Google;

        Assert.Equal("client-at-google", kept.ClientId);
        Assert.DoesNotContain(Secret, kept.ProtectedSecret!, StringComparison.Ordinal);
        Assert.Equal(("another-client", kept.ProtectedSecret), (after.ClientId, after.ProtectedSecret));
        foreach (var page in new[] { saved, again, await administrator.OpenAsync("/Admin/Settings/parent-access") })
        {
            Assert.DoesNotContain(Secret, page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(kept.ProtectedSecret!, page.Html, StringComparison.Ordinal);
            Assert.Equal("", page.Document.QuerySelector("[name='ISite.ParentSignInSettings.Google.ClientSecret']")!.GetAttribute("value") ?? "");
        }
    }

    [Fact]
    [Trait("Rule", "O4")]
    public async Task A_client_without_a_secret_is_refused_with_a_sentence()
    {
        var school = await DutchSchool.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();

        var page = await administrator.SaveSettingsAsync(("ISite.ParentSignInSettings.Microsoft.ClientId", "client-at-microsoft"));

        Assert.Contains("Vul ook het clientgeheim in.", page.Html, StringComparison.Ordinal);
        Assert.Null((await SettingsAsync<ParentSignInSettings>(school)).Microsoft.ClientId);
    }

    [Fact]
    [Trait("Rule", "O4")]
    public async Task A_provider_that_is_emptied_is_gone_with_its_secret()
    {
        var school = await AutomatedSchool.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();
        await administrator.SaveSettingsAsync(
            ("ISite.ParentSignInSettings.Google.ClientId", "client-at-google"), ("ISite.ParentSignInSettings.Google.ClientSecret", Secret));

        await administrator.SaveSettingsAsync(("ISite.ParentSignInSettings.Google.ClientId", ""));

        var google = (await SettingsAsync<ParentSignInSettings>(school)).Google;
        Assert.Equal((null, null), (google.ClientId, google.ProtectedSecret));
    }

    [Fact]
    public async Task Nobody_without_the_permission_sees_or_saves_them()
    {
        var school = await AutomatedSchool.SetUpAsync(host);
        using var student = (await school.NewStudentAsync()).Visitor;
        var own = await student.OpenAsync("/profile/parents");

        var shown = await student.OpenAsync("/Admin/Settings/parent-access");
        await student.PostAsync(own, "/Admin/Settings/parent-access", ("ISite.ParentAccessSettings.Language", "en"), ("ISite.ParentAccessSettings.AccentColor", "#abcdef"));

        Assert.DoesNotContain("ParentAccessSettings", shown.Html, StringComparison.Ordinal);
        Assert.NotEqual("#abcdef", (await SettingsAsync<ParentAccessSettings>(school)).AccentColor);
    }

    private static async Task<T> SettingsAsync<T>(SiteSchool school)
        where T : class, new()
    {
        T? settings = null;
        await school.InSiteAsync(async services => settings = await services.GetRequiredService<ISiteService>().GetSettingsAsync<T>());
        return settings!;
    }
}
