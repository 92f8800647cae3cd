namespace Klik.ParentAccess.Tests.Browser;

/// <summary>The pages around signing in and those outside schools, in each of their states.</summary>
[Trait("Rule", "P9")]
public sealed class SignInAccessibilityTests(BrowserWorld world) : AccessibilityTest(world)
{
    [Fact]
    public async Task Pages_around_signing_in_are_usable_for_everybody()
    {
        var school = await Portal.NewSchoolAsync();
        var student = await SignedInStudentAsync(school, await school.AddStudentAsync("Sanne"));
        await InviteAsync(student, "Jan", $"jan@{school.Id}.example");
        var link = await school.InvitationLinkAsync($"jan@{school.Id}.example");
        var parent = await NewPersonAsync(school, "nl");

        foreach (var (name, path) in new[]
        {
            ("sign-in", "/sign-in"),
            ("sign-in signed out", "/sign-in?signed-out=true"),
            ("sign-in cancelled", "/sign-in?problem=cancelled"),
            ("sign-in expired", "/sign-in?problem=expired"),
            ("sign-in refused", "/sign-in?problem=refused"),
            ("sign-in unavailable", "/sign-in?problem=unavailable"),
            ("no-access", "/no-access"),
            ("invitation", "/invitation"),
            ("invitation problem", "/invitation?problem=expired"),
            ("account deleted", "/account-deleted"),
            ("not found", "/does-not-exist"),
            ("not found outside schools", $"{Portal.Address}/does-not-exist"),
        })
        {
            await parent.OpenAsync(path);
            await LookAsync(parent, name);
        }

        await parent.OpenAsync("/invitation#wrong");
        await LookAsync(parent, "invitation by link");
        await parent.Button("Continue with Google").ClickAsync();
        await LookAsync(parent, "invitation wrong link");
        await parent.OpenAsync(link);
        await parent.ContinueWithGoogleAsync(Account);
        await LookAsync(parent, "invitation accept");

        ShowFindings();
    }

    [Fact]
    public async Task Pages_outside_schools_are_usable_for_everybody()
    {
        var school = await Portal.NewSchoolAsync();
        await Portal.NewSchoolAsync();
        var person = await NewPersonAsync(school, "nl");
        await person.OpenAsync($"{Portal.Address}/");
        await LookAsync(person, "school list");
        person.ExpectsProblems = true;
        await person.OpenAsync($"{Portal.Address}/problem");
        await LookAsync(person, "problem");
        person.ExpectsProblems = false;
        var student = await SignedInStudentAsync(school, await school.AddStudentAsync());
        await InviteAsync(student, "Jan", $"jan@{school.Id}.example");
        await person.OpenMailAsync($"jan@{school.Id}.example");
        await LookAsync(person, "mail");
        await person.OpenAsync($"{Portal.Address}/dev/mail");
        await LookAsync(person, "mailbox");
        await person.OpenAsync("/sign-in");
        await person.Button("Continue with Google").ClickAsync();
        await LookAsync(person, "development provider");

        ShowFindings();
    }
}
