using Klik.ParentAccess.Web.Components;

namespace Klik.ParentAccess.Tests.Components;

[Trait("Rule", "P9")]
public class FormTests
{
    [Fact]
    public async Task A_wrong_field_says_so_beside_it_and_keeps_what_was_typed()
    {
        var body = await RenderedComponent.InAsync<Field>(
            "nl", ("Name", "email"), ("Label", "E-mailadres"), ("Type", "email"), ("Value", "\"><script>x</script>"), ("Hint", "Van Google"), ("Error", "Dit adres klopt niet."));

        var input = body.QuerySelector("input")!;
        Assert.Equal(("email", "\"><script>x</script>", "true"), (input.GetAttribute("type"), input.GetAttribute("value"), input.GetAttribute("aria-invalid")));
        Assert.Equal(
            ["Dit adres klopt niet.", "Van Google"],
            input.GetAttribute("aria-describedby")!.Split(' ').Select(id => body.QuerySelector($"#{id}")!.TextContent.Trim()));
        Assert.Equal(input.Id, body.QuerySelector("label")!.GetAttribute("for"));
        Assert.Null(body.QuerySelector("script"));
    }

    [Fact]
    public async Task A_field_without_a_mistake_is_not_called_wrong()
    {
        var body = await RenderedComponent.InAsync<Field>("nl", ("Name", "name"), ("Label", "Naam"), ("Required", false), ("MaxLength", 100), ("spellcheck", "false"));

        var input = body.QuerySelector("input")!;
        Assert.False(input.HasAttribute("aria-invalid"));
        Assert.False(input.HasAttribute("aria-describedby"));
        Assert.False(input.HasAttribute("required"));
        Assert.Equal(("100", "false"), (input.GetAttribute("maxlength"), input.GetAttribute("spellcheck")));
        Assert.Equal("Naam (niet verplicht)", body.QuerySelector("label")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_tick_box_and_a_list_have_their_labels()
    {
        var check = await RenderedComponent.InAsync<CheckField>("nl", ("Name", "mail"), ("Label", "E-mail"), ("Checked", true), ("Hint", "Eens per dag"));
        var select = await RenderedComponent.InAsync<SelectField>(
            "nl", ("Name", "language"), ("Label", "Taal"), ("Value", "nl"), ("Options", new[] { ("en", "English"), ("nl", "Nederlands") }));

        Assert.Equal("field-mail-hint", check.QuerySelector("input[checked]")!.GetAttribute("aria-describedby"));
        Assert.Equal("field-mail", check.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("Nederlands", select.QuerySelector("select#field-language option[selected]")!.TextContent);
    }

    [Theory]
    [Trait("Rule", "P8")]
    [InlineData("nl", "Nederlands")]
    [InlineData("en", "English")]
    public async Task The_language_can_be_chosen_without_script_and_each_is_named_in_itself(string language, string name)
    {
        var body = await RenderedComponent.InAsync<LanguageForm>(language, ("Action", "/demo/language"), ("ReturnPath", "/demo/parents?page=2"));

        var form = body.QuerySelector("form[method=post]")!;
        Assert.Equal("/demo/language", form.GetAttribute("action"));
        Assert.Equal("/demo/parents?page=2", form.QuerySelector("[name=returnPath]")!.GetAttribute("value"));
        Assert.Equal("token", form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value"));
        Assert.Equal(
            [("en", "en", "English"), ("nl", "nl", "Nederlands")],
            form.QuerySelectorAll("button[name=language]").Select(button => (button.GetAttribute("value"), button.GetAttribute("lang"), button.TextContent)));
        Assert.Equal(name, Assert.Single(form.QuerySelectorAll("[aria-current=true]")).TextContent);
    }
}
