using System.Net;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Letters;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>The school's own text of letters, on Orchard's admin screens.</summary>
[Trait("Rule", "L1")]
[Collection<LetterSchools>]
public sealed class LetterTextScreenTests(RunningHost host)
{
    private const string Path = $"{LetterScreen.Path}/text";

    [Fact]
    public async Task The_schools_own_text_is_in_its_letters_and_in_no_other_schools()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var student = await school.AddStudentAsync("Sanne");
        using var administrator = await school.NewAdministratorAsync();
        using var elsewhere = await new SiteSchool(host, "South", "/south").NewAdministratorAsync();
        var form = await administrator.OpenAsync($"{Path}?language=nl");

        var saved = await administrator.SubmitAsync(form, "/text", LetterTextForm.Filled(form, ("title", "Welkom, familie van {given name}"), ("steps", "Doe dit.\r\n\r\nDan dat.")));
        await school.RestartAsync();
        await administrator.MakeAsync();
        var text = await administrator.TextOfAsync(await administrator.PressAsync(student, "print"));
        var other = await elsewhere.OpenAsync($"{Path}?language=nl");
        var back = await administrator.SubmitAsync(saved, "/text", LetterTextForm.Filled(saved, ("do", "reset")));

        Assert.Contains("The text is saved", LetterScreen.Said(saved), StringComparison.Ordinal);
        Assert.All(["Welkom, familie van Sanne", "Dan dat."], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("familie van", other.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Welkom, familie van", back.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P9")]
    public async Task What_is_wrong_with_a_text_is_said_beside_the_field_and_nothing_typed_is_lost()
    {
        var school = await LetterSchools.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();
        var form = await administrator.OpenAsync($"{Path}?language=nl");

        var refused = await administrator.SubmitAsync(form, "/text", LetterTextForm.Filled(form, ("title", "Dag {naam}"), ("introduction", "")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("{naam}", refused.Document.GetElementById("field-title-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.Document.GetElementById("field-introduction-error"));
        Assert.Equal("Dag {naam}", refused.Document.GetElementById("field-title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_preview_shows_the_text_as_typed_and_saves_nothing()
    {
        var school = await LetterSchools.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();
        var form = await administrator.OpenAsync($"{Path}?language=en");
        using var content = new FormUrlEncodedContent(LetterTextForm.Filled(form, ("title", "Only a preview"), ("do", "preview"))
            .Select(field => KeyValuePair.Create(field.Name, field.Value)));

        using var preview = await administrator.RequestAsync(HttpMethod.Post, Path, content);
        var text = await ServedPdf.TextOfAsync(preview);

        Assert.All(["Only a preview", PreviewLetter.SampleCode], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.True(preview.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("Only a preview", (await administrator.OpenAsync($"{Path}?language=en")).Html, StringComparison.Ordinal);
    }
}
