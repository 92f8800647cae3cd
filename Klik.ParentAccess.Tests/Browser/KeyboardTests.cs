using Microsoft.Playwright;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>The pages with nothing but a keyboard.</summary>
[Trait("Rule", "P9")]
public sealed class KeyboardTests(BrowserWorld world) : BrowserTest(world)
{
    /// <summary>The ring around what has the focus; a card draws it around itself, with a part of its link.</summary>
    private const string HasRing = """
        () => ['', '::after'].some(part => {
          const style = getComputedStyle(document.activeElement, part || null);
          return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        })
        """;

    [Fact]
    [Trait("Rule", "I1")]
    public async Task A_student_invites_with_the_keyboard_alone()
    {
        var school = await Portal.NewSchoolAsync();
        var student = await NewPersonAsync(school);
        await student.OpenAsync("/sign-in");
        await student.SignInAtSchoolAsync((await school.AddStudentAsync()).UserName);
        await student.IsAtAsync("/profile/parents");
        var keys = student.Page.Keyboard;

        await TabToAsync(student, "Skip to the page");
        await keys.PressAsync("Enter");
        await Assertions.Expect(student.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        await TabToAsync(student, student.Field("Name of your parent or carer"));
        await keys.TypeAsync("Jan de Vries");
        await TabToAsync(student, student.Field("E-mail address of your parent or carer"));
        await keys.TypeAsync("jan@");
        await keys.PressAsync("Enter");
        await Assertions.Expect(student.Field("E-mail address of your parent or carer")).ToBeFocusedAsync();
        await keys.PressAsync("End");
        await keys.TypeAsync($"{school.Id}.example");
        await TabToAsync(student, student.Button("Send invitation"));
        await keys.PressAsync("Space");

        await student.SeesAsync("The invitation is on its way");
    }

    [Fact]
    public async Task Everything_on_a_page_can_be_reached_and_shows_that_it_has_the_focus()
    {
        var school = await Portal.NewSchoolAsync();
        var sanne = await school.AddStudentAsync();
        await school.FillRecordAsync(sanne);
        var student = await NewPersonAsync(school);
        await student.OpenAsync("/sign-in");
        await student.SignInAtSchoolAsync(sanne.UserName);
        await student.IsAtAsync("/profile/parents");
        await student.Field("Name of your parent or carer").FillAsync("Jan");
        await student.Field("E-mail address of your parent or carer").FillAsync($"jan.{school.Id}@gmail.com");
        await student.Button("Send invitation").ClickAsync();
        await student.SeesAsync("The invitation is on its way");
        var parent = await NewPersonAsync(school);
        await parent.OpenAsync("/sign-in");
        await parent.ContinueWithGoogleAsync($"jan.{school.Id}@gmail.com");
        await parent.IsAtAsync("/parents");

        foreach (var path in new[] { "/parents", $"/parents/students/{sanne.Id}", $"/parents/students/{sanne.Id}/grades", $"/parents/students/{sanne.Id}/progress", "/parents/settings" })
        {
            await parent.OpenAsync(path);
            var ways = await parent.Page.EvaluateAsync<int>(
                "() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')].filter(element => element.checkVisibility()).length");
            for (var i = 0; i < ways; i++)
            {
                await parent.Page.Keyboard.PressAsync("Tab");
                var here = await parent.Page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 120)");
                Assert.True(await parent.Page.EvaluateAsync<bool>(HasRing), $"{path}: nothing shows the focus of {here}");
                Assert.False(here.StartsWith("<body", StringComparison.Ordinal), $"{path}: {ways - i} cannot be reached");
            }
        }
    }

    private static Task TabToAsync(Person person, string link) => TabToAsync(person, person.Link(link));

    private static async Task TabToAsync(Person person, ILocator target)
    {
        for (var i = 0; i < 30; i++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            Assert.True(await person.Page.EvaluateAsync<bool>(HasRing));
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                await Assertions.Expect(target).ToBeInViewportAsync();
                return;
            }
        }

        Assert.Fail("The tab key does not lead there.");
    }
}
