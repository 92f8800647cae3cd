using Klik.ParentAccess.Tests.Letters;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>What parents and students see of a letter, in each state of the way from it.</summary>
[Trait("Rule", "P9")]
public sealed class LetterAccessibilityTests(BrowserWorld world) : AccessibilityTest(world)
{
    [Fact]
    public async Task Pages_around_a_letter_are_usable_for_everybody()
    {
        var school = await Portal.NewSchoolAsync();
        var sanne = await school.AddStudentAsync("Sanne", birthDate: new DateOnly(2012, 5, 17));
        var code = await school.MakeLetterAsync(sanne);
        var student = await SignedInStudentAsync(school, sanne, "nl");
        await LookAsync(student, "profile letter");
        var parent = await NewPersonAsync(school, "nl");

        await parent.OpenAsync("/a");
        await LookAsync(parent, "letter");
        // A page that was looked at bears the traces of it.
        await parent.OpenAsync("/a");
        await parent.Field("The code in the letter").FillAsync("1234");
        await parent.Field("The code in the letter").BlurAsync();
        await LookAsync(parent, "letter wrong code by script");
        await parent.OpenAsync("/a?problem=signed-out");
        await LookAsync(parent, "letter signed out");
        await parent.OpenAsync("/a?problem=expired");
        await parent.Button("Register with Google").ClickAsync();
        await LookAsync(parent, "letter without code");
        await parent.OpenAsync($"/a#{code}");
        await LookAsync(parent, "letter with code");
        await parent.ContinueWithGoogleAsync(Account, "Sign in with Google");
        await LookAsync(parent, "link new account");
        await parent.Button("Register and link").ClickAsync();
        await LookAsync(parent, "link without name");
        await parent.RegistersAsync(LongName[..80]);
        await LookAsync(parent, "link birth date");
        await parent.Button("Register and link").ClickAsync();
        await LookAsync(parent, "link without birth date");
        await parent.SaysBirthDateAsync("2012-05-18");
        await LookAsync(parent, "link refused");
        await parent.SaysBirthDateAsync("2012-05-17");
        await LookAsync(parent, "settings linked");
        await parent.OpenAsync("/parents/settings?already-linked");
        await LookAsync(parent, "settings already linked");
        await parent.Link("Link with a code").ClickAsync();
        await LookAsync(parent, "link signed in");
        await parent.OpenAsync("/a");
        await parent.Page.EvaluateAsync("document.querySelector('input[name=owner]').value = 'of another account'");
        await parent.Field("The code in the letter").FillAsync(code);
        await parent.LinkButton().ClickAsync();
        await parent.SeesAsync(parent.Say("You are signed in with another account now"));
        await LookAsync(parent, "link with another account");

        await student.OpenAsync("/profile/parents");
        await LookAsync(student, "profile letter used");
        await student.Page.Locator("a[href*='/free']").ClickAsync();
        await LookAsync(student, "letter free question");
        await student.Page.Locator("main form button").ClickAsync();
        await LookAsync(student, "profile seat freed");
        await student.Page.Locator("a[href*='/letter/withdraw']").ClickAsync();
        await LookAsync(student, "letter withdraw question");
        await student.Page.Locator("main form button").ClickAsync();
        await LookAsync(student, "profile letter withdrawn");

        await school.GuessAsync();
        var held = await NewPersonAsync(school, "nl");
        await held.OpenAsync($"/a#{code}");
        await held.ContinueWithGoogleAsync($"held.{school.Id}@gmail.com", "Register with Google");
        await held.RegistersAsync("Jan");
        await held.SeesAsync(held.Say("The check is done."));
        await LookAsync(held, "link challenge");
        var without = await NewPersonAsync(school, "nl", withScript: false);
        await without.OpenAsync("/a");
        await without.Field("The code in the letter").FillAsync(code);
        await without.ContinueWithGoogleAsync($"ander.{school.Id}@gmail.com", "Register with Google");
        await without.RegistersAsync("Jan");
        await without.SeesAsync(without.Say("Wait 30 seconds"));

        ShowFindings();
    }
}
