using System.Net;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Administration;

/// <summary>The page with the school's own text of letters.</summary>
[Trait("Rule", "L1")]
public sealed class LetterTextPageTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Fact]
    public async Task The_schools_own_text_is_in_the_letters()
    {
        var school = await portal.NewSchoolAsync();
        await school.AddStudentAsync("Sanne");
        using var administrator = await school.NewAdministratorAsync();
        var form = await administrator.OpenAsync(LettersPage.Path + "/text?language=en");

        var saved = await administrator.SubmitAsync(form, "/text", LetterTextForm.Filled(form, ("title", "Welcome, family of {given name}"), ("steps", "Do this.\r\n\r\nThen that.")));
        var text = await administrator.TextOfAsync(await administrator.MakeAsync());

        Assert.Contains("The text is saved", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Welcome, family of Sanne", text, StringComparison.Ordinal);
        Assert.Contains("Then that.", text, StringComparison.Ordinal);
        var back = await administrator.SubmitAsync(saved, "/text", LetterTextForm.Filled(saved, ("do", "reset")));
        Assert.DoesNotContain("Welcome, family of", back.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P9")]
    public async Task What_is_wrong_with_a_text_is_said_beside_the_field_and_nothing_typed_is_lost()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();
        var form = await administrator.OpenAsync(LettersPage.Path + "/text?language=nl");

        var refused = await administrator.SubmitAsync(form, "/text", LetterTextForm.Filled(form, ("title", "Dag {naam}"), ("introduction", "")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("{naam}", refused.Document.GetElementById("field-title-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.Document.GetElementById("field-introduction-error"));
        Assert.Equal("Dag {naam}", refused.Document.GetElementById("field-title")!.GetAttribute("value"));
        Assert.Equal(form.Document.GetElementById("field-steps")!.TextContent, refused.Document.GetElementById("field-steps")!.TextContent);
    }

    [Fact]
    public async Task The_preview_shows_the_text_as_typed_with_a_code_that_nobody_has()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();
        var form = await administrator.OpenAsync(LettersPage.Path + "/text?language=en");
        using var content = new FormUrlEncodedContent(LetterTextForm.Filled(form, ("title", "Only a preview"), ("do", "preview"))
            .Select(field => KeyValuePair.Create(field.Name, field.Value)));

        using var preview = await administrator.RequestAsync(HttpMethod.Post, LettersPage.Path + "/text", content);
        var text = await ServedPdf.TextOfAsync(preview);

        Assert.Contains("Only a preview", text, StringComparison.Ordinal);
        Assert.Contains(PreviewLetter.SampleCode, text, StringComparison.Ordinal);
        Assert.True(preview.Headers.CacheControl!.NoStore);
        Assert.IsType<RedeemActivationCodeResult.Refused>(await school.RedeemAsync("Jan", PreviewLetter.SampleCode));
        Assert.DoesNotContain("Only a preview", (await administrator.OpenAsync(LettersPage.Path + "/text?language=en")).Html, StringComparison.Ordinal);
    }
}
