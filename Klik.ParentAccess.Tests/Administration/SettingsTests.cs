using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Administration;

public sealed class SettingsTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Fact]
    [Trait("Rule", "P8")]
    public async Task What_is_saved_shows_at_once()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();

        var saved = await SaveAsync(
            administrator, ("name", "  Het   Baken "), ("language", "nl"), ("timeZone", "America/Curacao"), ("accentColor", "#A0F"), ("showsConversations", ""));

        Assert.Contains("The settings are saved", saved.Text, StringComparison.Ordinal);
        Assert.Equal("Het Baken", saved.Document.QuerySelector(".klik-school")!.TextContent);
        Assert.Equal(["Het Baken", "America/Curacao", "#aa00ff"], Values(saved, "name", "timeZone", "accentColor"));
        Assert.Equal("nl", saved.Document.QuerySelector<IHtmlSelectElement>("select[name=language]")!.Value);
        Assert.False(saved.Document.QuerySelector<IHtmlInputElement>("input[name=showsConversations]")!.IsChecked);
        Assert.Contains("#aa00ff", await TextAsync(administrator, "/accent.css"), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "P8")]
    [InlineData("name", "", "Type the name of the school.")]
    [InlineData("name", " \t ", "Type the name of the school.")]
    [InlineData("name", "…", "Type a name with letters or digits.")]
    [InlineData("name", "a\u0007b", "Type a name with letters or digits.")]
    [InlineData("language", "xx", "Choose one of these languages.")]
    [InlineData("timeZone", "Amsterdam", "We do not know this time zone.")]
    [InlineData("timeZone", "../../../etc/passwd", "We do not know this time zone.")]
    [InlineData("timeZone", "W. Europe Standard Time", "We do not know this time zone.")]
    [InlineData("accentColor", "red", "This is not a colour.")]
    [InlineData("accentColor", "#12345", "This is not a colour.")]
    [InlineData("accentColor", "#fff;} body{display:none", "This is not a colour.")]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(string field, string value, string sentence)
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();
        (string Name, string Value)[] good = [("name", "Een & ander"), ("timeZone", "Europe/Brussels"), ("accentColor", "#123456")];

        var answer = await SaveAsync(administrator, [.. good, (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var input = answer.Document.QuerySelector($"[name={field}]")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Contains(answer.Document.GetElementById($"field-{field}-error")!.Id!, input.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Contains(sentence, answer.Document.GetElementById($"field-{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(good.Where(one => one.Name != field).Select(one => one.Value), Values(answer, [.. good.Where(one => one.Name != field).Select(one => one.Name)]));
        if (field != "language")
        {
            Assert.Equal(value, Values(answer, field).Single());
        }

        Assert.Equal($"School {school.Id}", (await administrator.OpenAsync("/admin/settings")).Document.QuerySelector(".klik-school")!.TextContent);
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task A_name_may_have_a_hundred_characters_and_no_more()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();

        var fits = await SaveAsync(administrator, ("name", new string('é', 100)));
        var tooLong = await SaveAsync(administrator, ("name", new string('é', 101)));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (fits.Status, tooLong.Status));
        Assert.Contains("Use 100 characters at most.", tooLong.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task Markup_in_a_name_is_text()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();

        var saved = await SaveAsync(administrator, ("name", "<img src=x onerror=alert(1)> & \"co\""));

        Assert.Equal("<img src=x onerror=alert(1)> & \"co\"", saved.Document.QuerySelector(".klik-school")!.TextContent);
        Assert.Empty(saved.Document.QuerySelectorAll("img"));
    }

    [Fact]
    [Trait("Rule", "P9")]
    public async Task A_colour_can_be_looked_at_before_it_is_saved()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();
        var page = await administrator.OpenAsync("/admin/settings");

        var preview = await administrator.SubmitAsync(page, "/admin/settings/preview", ("name", "Later"), ("accentColor", "#ffee00"));

        Assert.Equal(["Later", "#ffee00"], Values(preview, "name", "accentColor"));
        Assert.Contains("#ffee00", preview.Document.QuerySelector("svg.klik-accent-preview")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal($"School {school.Id}", preview.Document.QuerySelector(".klik-school")!.TextContent);
        Assert.Equal("", Values(await administrator.OpenAsync("/admin/settings"), "accentColor").Single());
    }

    private static async Task<VisitedPage> SaveAsync(Visitor administrator, params (string Name, string Value)[] fields) =>
        await administrator.SubmitAsync(await administrator.OpenAsync("/admin/settings"), "/admin/settings", fields);

    private static async Task<string> TextAsync(Visitor administrator, string path)
    {
        using var response = await administrator.RequestAsync(HttpMethod.Get, path);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Values(VisitedPage page, params string[] names) =>
        names.Select(name => page.Document.QuerySelector($"input[name={name}]")!.GetAttribute("value") ?? "");
}
