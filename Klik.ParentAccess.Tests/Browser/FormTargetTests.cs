using Klik.ParentAccess.Tests.Portal;
using Microsoft.Playwright;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>A browser that holds the redirect after a form against the policy too, with providers on hosts of their own.</summary>
[Collection(BrowserGroup.Name)]
public sealed class FormTargetTests(BrowserWorld world, RunningPortal portal)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "P3")]
    public async Task The_button_of_a_provider_leads_there_and_back(bool withScript)
    {
        var school = await portal.NewSchoolAsync();
        await using var person = await Person.ArriveAsync(world.Browser, school, "en", Screen.Phone, withScript);

        await person.OpenAsync("/sign-in");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Continue with Google" }).ClickAsync();
        await person.Page.WaitForURLAsync($"{school.Address}/no-access");

        Assert.Contains(person.Requests, request => request.Url.StartsWith($"{portal.Provider.Address}/google/", StringComparison.Ordinal));
        Assert.Empty(person.Troubles);
    }

    [Fact]
    public async Task A_form_to_anywhere_else_goes_nowhere()
    {
        var school = await portal.NewSchoolAsync();
        await using var person = await Person.ArriveAsync(world.Browser, school, "en", Screen.Phone, withScript: true);
        await person.OpenAsync("/sign-in");

        await person.Page.EvaluateAsync("() => { const form = document.createElement('form'); form.action = 'http://127.0.0.1:1/'; form.method = 'post'; document.body.append(form); form.submit(); }");
        await person.Page.WaitForTimeoutAsync(500);

        Assert.Equal($"{school.Address}/sign-in", person.Page.Url);
        Assert.Contains(person.Troubles, trouble => trouble.Contains("form-action", StringComparison.Ordinal));
    }
}
