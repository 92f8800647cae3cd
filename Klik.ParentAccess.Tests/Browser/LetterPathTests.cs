using System.Text.RegularExpressions;
using Klik.ParentAccess.Tests.Letters;
using Microsoft.Playwright;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>The way from a letter to the linked child, as people walk it.</summary>
public sealed class LetterPathTests(BrowserWorld world) : BrowserTest(world)
{
    private static readonly DateOnly BirthDate = new(2012, 5, 17);

    [Theory]
    [MemberData(nameof(Screen.Walks), MemberType = typeof(Screen))]
    [Trait("Rule", "L2")]
    [Trait("Rule", "L4")]
    [Trait("Rule", "L5")]
    [Trait("Rule", "L7")]
    [Trait("Rule", "P2")]
    [Trait("Rule", "P8")]
    public async Task A_parent_opens_the_link_registers_and_links_two_children(string language, int width)
    {
        var school = await Portal.NewSchoolAsync();
        var code = await school.MakeLetterAsync(await school.AddStudentAsync("Sanne", birthDate: BirthDate));
        var other = await school.MakeLetterAsync(await school.AddStudentAsync("Daan"));
        var parent = await NewPersonAsync(school, language, width);

        await parent.OpenAsync($"/a#{code}");
        await parent.SeesHeadingAsync("Link your child");
        await Assertions.Expect(parent.Page).ToHaveURLAsync($"{school.Address}/a");
        await Assertions.Expect(parent.Field("The code in the letter")).ToHaveValueAsync(code);
        await parent.ContinueWithGoogleAsync($"jan.{school.Id}@gmail.com", "Register with Google");
        await parent.RegistersAsync();
        await parent.SeesAsync(parent.Say("Fill in your child's date of birth below."));
        await Assertions.Expect(parent.Field("Your child's date of birth")).ToBeFocusedAsync();
        await parent.SaysBirthDateAsync("2012-05-18");
        await parent.SeesAsync(parent.Say("With this it does not work"));
        await parent.SaysBirthDateAsync("2012-05-17");
        await parent.SeesLinkedAsync("Sanne de Vries");

        await parent.Link("Link with a code").ClickAsync();
        await parent.Page.EvaluateAsync($"location.hash = '{other}'");
        await Assertions.Expect(parent.Field("The code in the letter")).ToHaveValueAsync(other);
        await parent.LinkButton().ClickAsync();
        await parent.IsAtAsync("/parents/settings");
        await parent.SeesAsync("Daan de Vries");

        foreach (var secret in new[] { code, other })
        {
            Assert.Empty(await SecretWatch.LeaksAsync(parent, secret));
            Assert.DoesNotContain(Portal.Log.Lines, line => line.Text.Contains(secret, StringComparison.Ordinal));
        }

        Assert.Contains($"/{school.Id}/a/sign-in/google", SecretWatch.PostsOf(parent, code));
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task A_button_that_is_pressed_after_typing_stays_where_it_is_and_a_mistyped_code_is_said()
    {
        var school = await Portal.NewSchoolAsync();
        var code = await school.MakeLetterAsync(await school.AddStudentAsync("Sanne"));
        var parent = await NewPersonAsync(school);
        await parent.OpenAsync("/a");
        var field = parent.Field("The code in the letter");

        await field.PressSequentiallyAsync(Mistyped(code));
        await parent.Button("Register with Google").ClickAsync();

        await Assertions.Expect(field).ToBeFocusedAsync();
        await parent.SeesAsync(parent.Say("This is not the whole code yet, or there is a typing error in it."));
        await field.FillAsync("");
        await field.PressSequentiallyAsync(code);
        await parent.ContinueWithGoogleAsync($"jan.{school.Id}@gmail.com", "Register with Google");
        await parent.RegistersAsync();
        await parent.SeesAsync(parent.Say("Your child is linked"));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    [Trait("Rule", "L2")]
    [Trait("Rule", "L5")]
    [Trait("Rule", "L6")]
    [Trait("Rule", "L7")]
    [Trait("Rule", "P9")]
    public async Task The_same_way_can_be_walked_without_script(string language)
    {
        var school = await Portal.NewSchoolAsync();
        var code = await school.MakeLetterAsync(await school.AddStudentAsync("Sanne", birthDate: BirthDate));
        var other = await school.MakeLetterAsync(await school.AddStudentAsync("Daan"));
        var account = $"jan.{school.Id}@gmail.com";
        var parent = await NewPersonAsync(school, language, withScript: false);

        await parent.OpenAsync($"/a#{code}");
        await parent.Field("The code in the letter").FillAsync(Mistyped(code));
        await parent.Button("Register with Google").ClickAsync();
        await parent.SeesAsync(parent.Say("There is a typing error in this code."));
        await parent.Field("The code in the letter").FillAsync(code.ToLowerInvariant());
        await parent.ContinueWithGoogleAsync(account, "Register with Google");
        await parent.RegistersAsync();
        await parent.SaysBirthDateAsync("2012-05-17");
        await parent.SeesAsync(parent.Say("Your child is linked"));

        var elsewhere = await NewPersonAsync(school, language, withScript: false);
        await elsewhere.OpenAsync("/a");
        await elsewhere.Field("The code in the letter").FillAsync(other);
        await elsewhere.ContinueWithGoogleAsync(account, "Sign in with Google");
        await elsewhere.LinkButton().ClickAsync();
        await elsewhere.SeesLinkedAsync("Sanne de Vries", "Daan de Vries");
        Assert.Empty(await SecretWatch.LeaksAsync(elsewhere, other));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "L2")]
    [Trait("Rule", "L4")]
    [Trait("Rule", "L6")]
    [Trait("Rule", "P9")]
    public async Task Who_has_an_account_signs_in_and_only_links(bool withScript)
    {
        var school = await Portal.NewSchoolAsync();
        var code = await school.MakeLetterAsync(await school.AddStudentAsync("Daan"));
        var account = $"jan.{school.Id}@gmail.com";
        await (await NewPersonAsync(school, withScript: withScript)).RegistersByLetterAsync(account, await school.MakeLetterAsync(await school.AddStudentAsync("Sanne")), withScript);
        var parent = await NewPersonAsync(school, withScript: withScript);

        await parent.OpensLetterAsync(code, withScript);
        await parent.ContinueWithGoogleAsync(account, "Sign in with Google");
        await parent.IsAtAsync("/a/link");
        await Assertions.Expect(parent.Field("Your name")).ToHaveCountAsync(0);
        await parent.LinkButton().ClickAsync();

        await parent.SeesLinkedAsync("Sanne de Vries", "Daan de Vries");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "L2")]
    [Trait("Rule", "L6")]
    [Trait("Rule", "P9")]
    public async Task A_second_child_is_linked_from_the_settings_with_its_own_code(bool withScript)
    {
        var school = await Portal.NewSchoolAsync();
        var code = await school.MakeLetterAsync(await school.AddStudentAsync("Daan"));
        var parent = await NewPersonAsync(school, withScript: withScript);
        await parent.RegistersByLetterAsync($"jan.{school.Id}@gmail.com", await school.MakeLetterAsync(await school.AddStudentAsync("Sanne")), withScript);

        await parent.Link("Link with a code").ClickAsync();
        await parent.Field("The code in the letter").FillAsync(code);
        await parent.LinkButton().ClickAsync();

        await parent.SeesLinkedAsync("Sanne de Vries", "Daan de Vries");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "L7")]
    [Trait("Rule", "P4")]
    [Trait("Rule", "P9")]
    public async Task A_wrong_date_of_birth_is_refused_in_one_sentence_and_the_right_one_links(bool withScript)
    {
        var school = await Portal.NewSchoolAsync();
        var code = await school.MakeLetterAsync(await school.AddStudentAsync(birthDate: BirthDate));
        var parent = await NewPersonAsync(school, withScript: withScript);
        await parent.OpensLetterAsync(code, withScript);
        await parent.ContinueWithGoogleAsync($"jan.{school.Id}@gmail.com", "Register with Google");
        await parent.RegistersAsync();

        await parent.SaysBirthDateAsync("2012-05-18");
        await parent.SeesAsync("With this it does not work");
        await Assertions.Expect(parent.Page.GetByText("Sanne")).ToHaveCountAsync(0);
        await Assertions.Expect(parent.Field("Your name")).ToHaveValueAsync("Jan de Vries");
        await parent.SaysBirthDateAsync("2012-05-17");

        await parent.IsAtAsync("/parents/settings");
        await parent.SeesAsync("Sanne de Vries");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "L3")]
    [Trait("Rule", "P4")]
    public async Task A_used_up_code_is_refused_in_one_sentence(bool withScript)
    {
        var school = await Portal.NewSchoolAsync();
        var code = await school.MakeLetterAsync(await school.AddStudentAsync());
        foreach (var name in new[] { "jan", "eva", "kees" })
        {
            var parent = await NewPersonAsync(school, withScript: withScript);
            await parent.OpenAsync("/a");
            await parent.Field("The code in the letter").FillAsync(code);
            await parent.ContinueWithGoogleAsync($"{name}.{school.Id}@gmail.com", "Register with Google");
            await parent.RegistersAsync(name);
            await parent.SeesAsync(name == "kees" ? "With this it does not work" : "Your child is linked");
        }
    }

    [Fact]
    [Trait("Rule", "P4")]
    [Trait("Rule", "P9")]
    public async Task The_script_tells_a_typing_error_at_once_as_the_server_would()
    {
        var school = await Portal.NewSchoolAsync();
        var code = await school.MakeLetterAsync(await school.AddStudentAsync());
        var bare = code.Replace("-", "", StringComparison.Ordinal);
        var parent = await NewPersonAsync(school);
        await parent.OpenAsync("/a");
        var field = parent.Field("The code in the letter");

        foreach (var wrong in new[] { Mistyped(code), bare[..^1], bare + "0", bare[..^1] + "U", bare[..^1] + "!" })
        {
            await field.FillAsync(wrong);
            await field.BlurAsync();
            await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
            await Assertions.Expect(field).ToHaveAccessibleDescriptionAsync(new Regex("^This is not the whole code yet, or there is a typing error in it."));
        }

        await parent.Button("Register with Google").ClickAsync();
        await Assertions.Expect(field).ToBeFocusedAsync();
        await Assertions.Expect(parent.Page).ToHaveURLAsync($"{school.Address}/a");

        var wide = string.Concat(bare.Select(sign => (char)(sign + 0xFEE0)));
        foreach (var right in new[] { code, bare, code.ToLowerInvariant(), code.Replace('-', '–'), $" {code} ", code.Replace('0', 'o').Replace('1', 'l'), wide, $"{school.Address}/a#{code}" })
        {
            await field.FillAsync(right);
            await field.BlurAsync();
            await Assertions.Expect(field).Not.ToHaveAttributeAsync("aria-invalid", "true");
        }
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    [Trait("Rule", "P4")]
    public async Task In_a_besieged_network_the_browser_works_and_the_parent_gets_in(string language)
    {
        var school = await Portal.NewSchoolAsync();
        var code = await school.MakeLetterAsync(await school.AddStudentAsync());
        await school.GuessAsync();
        var parent = await NewPersonAsync(school, language);

        await parent.OpenAsync($"/a#{code}");
        await parent.ContinueWithGoogleAsync($"jan.{school.Id}@gmail.com", "Register with Google");
        await parent.RegistersAsync();
        await parent.SeesAsync(parent.Say("The check is done."));
        await Assertions.Expect(parent.Page.GetByText(parent.Say("Wait 30 seconds"))).ToBeHiddenAsync();
        await parent.Button("Register and link").ClickAsync();

        await parent.SeesAsync(parent.Say("Your child is linked"));
    }

    private static string Mistyped(string code) => code[..^1] + (code[^1] == '0' ? '1' : '0');
}
