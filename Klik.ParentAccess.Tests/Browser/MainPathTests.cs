using Microsoft.Playwright;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>The way from a student's invitation to the grades that the parent sees, as people walk it.</summary>
public sealed class MainPathTests(BrowserWorld world) : BrowserTest(world)
{
    // An account that the development provider has ready to pick.
    private const string Account = "ouder.jansen@gmail.com";

    [Theory]
    [MemberData(nameof(Screen.Walks), MemberType = typeof(Screen))]
    [Trait("Rule", "I1")]
    [Trait("Rule", "I2")]
    [Trait("Rule", "I4")]
    [Trait("Rule", "I14")]
    [Trait("Rule", "I15")]
    [Trait("Rule", "P2")]
    [Trait("Rule", "P8")]
    public async Task A_student_invites_and_a_parent_looks_along_until_consent_is_withdrawn(string language, int width)
    {
        var school = await Portal.NewSchoolAsync();
        var sanne = await school.AddStudentAsync("Sanne");
        await school.FillRecordAsync(sanne);
        var address = $"jan@{school.Id}.example";
        var student = await NewPersonAsync(school, language, width);
        var parent = await NewPersonAsync(school, language, width);

        await student.OpenAsync("/");
        await student.SignInAtSchoolAsync(sanne.UserName);
        await InvitesAsync(student, address);
        var secret = await OpenInvitationAsync(parent, address);
        await AcceptsAsync(parent);
        await LooksAtEverythingAsync(parent);
        await ChangesLanguageAndComesBackAsync(parent);
        await student.OpenAsync("/profile/parents");
        await WithdrawsAsync(student);
        await parent.Page.ReloadAsync();

        await parent.IsAtAsync("/no-access");
        await parent.SeesHeadingAsync("You have no access");
        await Assertions.Expect(parent.Page.GetByText("Sanne")).ToHaveCountAsync(0);
        Assert.Empty(await SecretWatch.LeaksAsync(parent, secret));
        Assert.Contains($"/{school.Id}/sign-in/google", SecretWatch.PostsOf(parent, secret));
        Assert.DoesNotContain(Portal.Log.Lines, line => line.Text.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    [Trait("Rule", "I1")]
    [Trait("Rule", "I2")]
    [Trait("Rule", "P2")]
    [Trait("Rule", "P9")]
    public async Task The_same_way_can_be_walked_without_script(string language)
    {
        var school = await Portal.NewSchoolAsync();
        var sanne = await school.AddStudentAsync("Sanne");
        await school.FillRecordAsync(sanne);
        var address = $"jan@{school.Id}.example";
        var student = await NewPersonAsync(school, language, withScript: false);
        var parent = await NewPersonAsync(school, language, withScript: false);

        await student.OpenAsync("/");
        await student.SignInAtSchoolAsync(sanne.UserName);
        await InvitesAsync(student, address);
        await parent.OpenMailAsync(address);
        var link = (await parent.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "/invitation#" }).First.InnerTextAsync()).Trim();
        await parent.OpenAsync(link);
        await parent.Field("The link from the e-mail").FillAsync(link);
        await AcceptsAsync(parent);
        await LooksAtEverythingAsync(parent);
        await ChangesLanguageAndComesBackAsync(parent);
        await student.OpenAsync("/profile/parents");
        await WithdrawsAsync(student);
        await parent.Page.ReloadAsync();

        await parent.IsAtAsync("/no-access");
        Assert.Empty(await SecretWatch.LeaksAsync(parent, link.Split('#')[1]));
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_second_invitation_opened_in_the_same_tab_takes_the_place_of_the_first()
    {
        var school = await Portal.NewSchoolAsync();
        var parent = await NewPersonAsync(school);
        await parent.OpenAsync("/invitation#first");

        await parent.Page.EvaluateAsync("location.hash = 'second'");

        await Assertions.Expect(parent.Page.Locator("input[name=token]")).ToHaveValueAsync("second");
        await Assertions.Expect(parent.Page).ToHaveURLAsync($"{school.Address}/invitation");
    }

    /// <summary>Invites, with a mistake first: the error stands beside the field, which has the focus, and nothing typed is lost.</summary>
    private static async Task InvitesAsync(Person student, string address)
    {
        await student.SeesHeadingAsync("Parents who can look along");
        await student.SeesAsync(student.Say("Nobody has access yet."));
        var name = student.Field("Name of your parent or carer");
        var email = student.Field("E-mail address of your parent or carer");
        await name.FillAsync("Jan de Vries");
        await email.FillAsync("jan@");
        await student.Button("Send invitation").ClickAsync();

        await student.SeesAsync(student.Say("Below you see what to change. What you typed is still there."));
        await Assertions.Expect(email).ToBeFocusedAsync();
        await Assertions.Expect(email).ToHaveValueAsync("jan@");
        await Assertions.Expect(email).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(email).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex($"^{student.Say("This is not a complete e-mail address.")}"));
        await Assertions.Expect(name).ToHaveValueAsync("Jan de Vries");
        await Assertions.Expect(name).Not.ToHaveAttributeAsync("aria-invalid", "true");

        await email.FillAsync(address);
        await student.Button("Send invitation").ClickAsync();

        await student.SeesAsync(student.Say("The invitation is on its way"));
        await Assertions.Expect(student.Page.GetByRole(AriaRole.Heading, new() { Name = "Jan de Vries" })).ToBeVisibleAsync();
        await student.SeesAsync(student.Say("Can be accepted until"));
    }

    /// <summary>Follows the link in the mail, and answers with its secret. The script has put it into the form and taken it out of the address.</summary>
    private static async Task<string> OpenInvitationAsync(Person parent, string address)
    {
        await parent.OpenMailAsync(address);
        var link = parent.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "/invitation#" }).First;
        var secret = (await link.InnerTextAsync()).Trim().Split('#')[1];
        await link.ClickAsync();

        await parent.SeesHeadingAsync("You are invited to look along");
        await Assertions.Expect(parent.Page).ToHaveURLAsync($"{parent.School.Address}/invitation");
        await Assertions.Expect(parent.Page.Locator("input[name=token]")).ToHaveValueAsync(secret);
        await Assertions.Expect(parent.Field("The link from the e-mail")).ToBeHiddenAsync();
        return secret;
    }

    private static async Task AcceptsAsync(Person parent)
    {
        await parent.Button("Continue with Google").ClickAsync();
        await parent.Page.GetByRole(AriaRole.Button, new() { Name = Account }).ClickAsync();

        await parent.SeesHeadingAsync("Sanne invites you");
        await parent.SeesAsync(Account);
        await parent.Button("Yes, accept the invitation").ClickAsync();

        await parent.IsAtAsync("/parents");
        await parent.SeesHeadingAsync("Your child");
    }

    private static async Task LooksAtEverythingAsync(Person parent)
    {
        var isDutch = parent.Language == "nl";
        await parent.Page.GetByRole(AriaRole.Link, new() { Name = "Sanne de Vries" }).ClickAsync();
        await Assertions.Expect(parent.Page.GetByRole(AriaRole.Heading, new() { Name = "Sanne de Vries" })).ToBeVisibleAsync();

        foreach (var (part, texts) in new (string, string[])[]
        {
            ("Grades", ["Wiskunde", "Toets breuken", isDutch ? "6,5" : "6.5", "ruim voldoende"]),
            ("Progress", ["Rekenen", "33", "Procenten", isDutch ? "Nog niet begonnen" : "Not started"]),
            ("Assessments", ["Betoog", "Sterk opgebouwd.", isDutch ? "3 maart 2026" : "3 March 2026"]),
            ("Personal goals", ["Beter plannen", "Agenda kopen", isDutch ? "Klaar" : "Done"]),
            ("Personal links", ["Oefensite", "www.oefenen.example"]),
            ("Conversations", ["Voortgangsgesprek", "Elke dag lezen"]),
        })
        {
            await parent.Link(part).First.ClickAsync();
            await parent.SeesHeadingAsync($"Sanne: {part}");
            foreach (var text in texts)
            {
                await parent.SeesAsync(text);
            }
        }
    }

    private static async Task ChangesLanguageAndComesBackAsync(Person parent)
    {
        var (mine, mineTag, other, otherTag) = parent.Language == "nl" ? ("Nederlands", "nl", "English", "en") : ("English", "en", "Nederlands", "nl");
        await parent.Link("Settings").First.ClickAsync();
        await parent.SeesHeadingAsync("Settings");
        await parent.Field("Language").First.SelectOptionAsync(otherTag);
        await parent.Button("Save").ClickAsync();
        await parent.SeesAsync(Words.In(otherTag, "Your choice has been saved."));
        await parent.Page.GetByRole(AriaRole.Button, new() { Name = mine }).ClickAsync();
        await parent.SeesHeadingAsync("Settings");
        await Assertions.Expect(parent.Page.Locator("html")).ToHaveAttributeAsync("lang", mineTag);
        await Assertions.Expect(parent.Page.GetByRole(AriaRole.Button, new() { Name = other })).ToBeVisibleAsync();

        await parent.Button("Sign out").ClickAsync();
        await parent.SeesAsync(parent.Say("You are signed out"));
        await parent.Button("Continue with Google").ClickAsync();
        await parent.Page.GetByRole(AriaRole.Button, new() { Name = Account }).ClickAsync();
        await parent.SeesHeadingAsync("Your child");
    }

    private static async Task WithdrawsAsync(Person student)
    {
        await student.SeesHeadingAsync("Who has access");
        await student.Link("Stop access").ClickAsync();
        await student.Button("Yes, stop access").ClickAsync();
        await student.SeesAsync(student.Say("The access has stopped"));
        await student.SeesAsync(student.Say("Nobody has access yet."));
    }
}
