using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Web.Administration.Letters;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Invitations;
using Klik.Portal.Students;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>Every page of the product, in each of its states, with ordinary and with absurdly long texts.</summary>
[Trait("Rule", "P9")]
public sealed class AccessibilityTests(BrowserWorld world) : BrowserTest(world)
{
    private const string Account = "jan.met-een-heel-lang-adres.dat-nergens-op-past@een-heel-lange-naam-van-een-provider.example";

    private static readonly string LongName = string.Concat(Enumerable.Repeat("Wolfeschlegelsteinhausen", 4));

    private readonly List<string> _findings = [];

    [Fact]
    public async Task Pages_of_the_student_are_usable_for_everybody()
    {
        var school = await Portal.NewSchoolAsync();
        var sanne = await school.AddStudentAsync("Sanne");
        var student = await SignedInStudentAsync(school, sanne, "nl");
        await LookAsync(student, "profile empty");
        await student.Button("Send invitation").ClickAsync();
        await LookAsync(student, "profile with errors");

        foreach (var (name, number) in new[] { (LongName, 1), ("Jan de Vries", 2), ("Piet", 3), ("Fatma", 4) })
        {
            await InviteAsync(student, name, $"ouder{number}.{school.Id}@gmail.com");
        }

        await LookAsync(student, "profile invited");
        await ChangeInvitationsAsync(school);
        var parent = await SignedInParentAsync(school, $"ouder1.{school.Id}@gmail.com");
        await parent.Page.Locator(".klik-child h2 a").ClickAsync();
        await parent.Link("Grades").First.ClickAsync();
        await SignedInParentAsync(school, $"ouder2.{school.Id}@gmail.com");
        await student.OpenAsync("/profile/parents");
        await student.Page.Locator("summary").First.ClickAsync();
        await LookAsync(student, "profile full");
        await student.Link("Stop access").First.ClickAsync();
        await LookAsync(student, "profile withdraw question");
        await student.Button("Yes, stop access").ClickAsync();
        await LookAsync(student, "profile withdrawn");
        foreach (var notice in new[] { "resent", "not-resent", "deleted", "not-deleted", "not-withdrawn" })
        {
            await student.OpenAsync($"/profile/parents?notice={notice}");
            await LookAsync(student, $"profile notice {notice}");
        }

        await student.OpenAsync("/parents");
        await LookAsync(student, "not for you");

        ShowFindings();
    }

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

    [Theory]
    [InlineData("")]
    [InlineData(SampleRecord.LongWord)]
    public async Task Pages_of_the_parent_are_usable_for_everybody(string mark)
    {
        var school = await Portal.NewSchoolAsync();
        var sanne = await school.AddStudentAsync("Sanne", $"de Vries{mark}");
        await school.FillRecordAsync(sanne, mark);
        var daan = await school.AddStudentAsync($"Daan{mark}");
        var address = $"ouder.{school.Id}@gmail.com";
        foreach (var student in new[] { sanne, daan })
        {
            await InviteAsync(await SignedInStudentAsync(school, student), $"Jan de Vries {mark}", address);
        }

        var parent = await SignedInParentAsync(school, address, "nl");
        var kind = mark.Length > 0 ? " long" : "";
        await LookAsync(parent, $"parents{kind}");
        foreach (var student in new[] { sanne, daan })
        {
            var state = student == daan ? " empty" : kind;
            var front = $"/parents/students/{student.Id}";
            await parent.OpenAsync(front);
            await LookAsync(parent, $"student{state}");
            foreach (var part in new[] { "grades", "progress", "assessments", "goals", "links", "conversations" })
            {
                await parent.OpenAsync($"{front}/{part}");
                await LookAsync(parent, $"{part}{state}");
            }
        }

        await school.InSchoolAsync(async services => await services.GetRequiredService<ParentAccessDbContext>().Set<StudentRow>()
            .Where(row => row.Id == sanne.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsActiveInSource, false), TestContext.Current.CancellationToken));
        foreach (var (name, path) in new[]
        {
            ("parents inactive", "/parents"),
            ("student inactive", $"/parents/students/{sanne.Id}"),
            ("settings", "/parents/settings"),
            ("settings saved", "/parents/settings?saved"),
            ("settings data", "/parents/settings/data"),
            ("settings delete", "/parents/settings/delete"),
            ("parent not for you", "/profile/parents"),
            ("parent not found", "/parents/students/nobody"),
        })
        {
            await parent.OpenAsync(path);
            await LookAsync(parent, name + kind);
        }

        ShowFindings();
    }

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
        await parent.Field("Your name").FillAsync(LongName[..80]);
        await parent.Button("Register and link").ClickAsync();
        await LookAsync(parent, "link birth date");
        await parent.Button("Register and link").ClickAsync();
        await LookAsync(parent, "link without birth date");
        await parent.Field("Your child's date of birth").FillAsync("2012-05-18");
        await parent.Button("Register and link").ClickAsync();
        await LookAsync(parent, "link refused");
        await parent.Field("Your child's date of birth").FillAsync("2012-05-17");
        await parent.Button("Register and link").ClickAsync();
        await LookAsync(parent, "settings linked");
        await parent.OpenAsync("/parents/settings?already-linked");
        await LookAsync(parent, "settings already linked");
        await parent.Link("Link with a code").ClickAsync();
        await LookAsync(parent, "link signed in");
        await parent.OpenAsync("/a");
        await parent.Page.EvaluateAsync("document.querySelector('input[name=owner]').value = 'of another account'");
        await parent.Field("The code in the letter").FillAsync(code);
        await parent.Page.GetByRole(AriaRole.Button, new() { Name = parent.Say("Link"), Exact = true }).ClickAsync();
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
        await held.Field("Your name").FillAsync("Jan");
        await held.Button("Register and link").ClickAsync();
        await held.SeesAsync(held.Say("The check is done."));
        await LookAsync(held, "link challenge");
        var without = await NewPersonAsync(school, "nl", withScript: false);
        await without.OpenAsync("/a");
        await without.Field("The code in the letter").FillAsync(code);
        await without.ContinueWithGoogleAsync($"ander.{school.Id}@gmail.com", "Register with Google");
        await without.Field("Your name").FillAsync("Jan");
        await without.Button("Register and link").ClickAsync();
        await without.SeesAsync(without.Say("Wait 30 seconds"));

        ShowFindings();
    }

    [Fact]
    public async Task Pages_of_the_administrator_are_usable_for_everybody()
    {
        var school = await Portal.NewSchoolAsync();
        var administrator = await NewPersonAsync(school, "nl");
        await administrator.OpenAsync("/sign-in");
        await administrator.SignInAtSchoolAsync(TestSchool.Administrator);
        await administrator.IsAtAsync("/admin/users");
        await LookAsync(administrator, "users empty");
        await administrator.OpenAsync("/admin/users?show=parents");
        await LookAsync(administrator, "users parents empty");

        var sanne = await school.AddStudentAsync("Sanne");
        await school.AddStudentAsync($"Daan{SampleRecord.LongWord}", SampleRecord.LongWord);
        for (var i = 0; i < 60; i++)
        {
            await school.AddStudentAsync($"Leerling {i}");
        }

        foreach (var (name, address) in new[] { (LongName, $"ouder1.{school.Id}@gmail.com"), ("Jan de Vries", $"ouder2.{school.Id}@gmail.com") })
        {
            await InviteAsync(await SignedInStudentAsync(school, sanne), name, address);
            await SignedInParentAsync(school, address);
        }

        await administrator.OpenAsync("/admin/users");
        await LookAsync(administrator, "users");
        await administrator.Page.Locator(".klik-rows button").First.ClickAsync();
        await LookAsync(administrator, "users made inactive");
        await administrator.Page.GetByRole(AriaRole.Searchbox).FillAsync(SampleRecord.LongWord);
        await administrator.Page.Keyboard.PressAsync("Enter");
        await administrator.IsAtAsync("/admin/users");
        await LookAsync(administrator, "users found");
        await administrator.OpenAsync("/admin/users?show=parents");
        await LookAsync(administrator, "users parents");
        await administrator.OpenAsync("/admin/settings");
        await LookAsync(administrator, "school settings");
        foreach (var field in new[] { "name", "timeZone", "accentColor" })
        {
            await administrator.Page.Locator($"[name={field}]").FillAsync("<>");
        }

        await administrator.Button("Save").ClickAsync();
        await LookAsync(administrator, "school settings with errors");
        await administrator.OpenAsync("/admin/settings");
        await administrator.Page.Locator("[name=accentColor]").FillAsync("#ffd500");
        await administrator.Button("Save").ClickAsync();
        await LookAsync(administrator, "school settings saved in yellow");

        ShowFindings();
    }

    [Fact]
    public async Task Pages_of_an_import_are_usable_for_everybody()
    {
        var school = await Portal.NewSchoolAsync();
        var administrator = await NewPersonAsync(school, "nl");
        await administrator.OpenAsync("/sign-in");
        await administrator.SignInAtSchoolAsync(TestSchool.Administrator);
        await administrator.IsAtAsync("/admin/users");

        await administrator.OpenAsync("/admin/import");
        await administrator.Page.Locator(".klik-more summary").ClickAsync();
        await LookAsync(administrator, "import");
        await administrator.Page.Locator(".klik-form button").ClickAsync();
        await LookAsync(administrator, "import without a file");
        // The page reloads by itself until the import is done.
        await UploadAsync(administrator, SampleUpload.WithRefusedRows);
        await administrator.SeesAsync("De laatste import is klaar");
        await LookAsync(administrator, "import done");
        await UploadAsync(administrator, SampleUpload.Broken);
        await administrator.SeesAsync("De laatste import heeft niets veranderd");
        await LookAsync(administrator, "import failed");

        var running = await Portal.NewSchoolAsync();
        await running.InSchoolAsync(services => services.GetRequiredService<IImportJobStore>()
            .TryBeginAsync(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), TestContext.Current.CancellationToken));
        await administrator.OpenAsync($"{running.Address}/sign-in");
        await administrator.SignInAtSchoolAsync(TestSchool.Administrator);
        await Assertions.Expect(administrator.Page).ToHaveURLAsync($"{running.Address}/admin/users");
        await administrator.OpenAsync($"{running.Address}/admin/import");
        await LookAsync(administrator, "import running");

        ShowFindings();
    }

    [Fact]
    public async Task Pages_of_letters_are_usable_for_everybody()
    {
        var school = await Portal.NewSchoolAsync();
        var administrator = await NewPersonAsync(school, "nl");
        await administrator.OpenAsync("/sign-in");
        await administrator.SignInAtSchoolAsync(TestSchool.Administrator);
        await administrator.IsAtAsync("/admin/users");
        await administrator.OpenAsync("/admin/letters");
        await LookAsync(administrator, "letters without students");
        await school.AddStudentAsync("Sanne");
        await school.AddStudentAsync($"Daan{SampleRecord.LongWord}");
        await administrator.OpenAsync("/admin/letters");
        await LookAsync(administrator, "letters empty");
        await administrator.Page.Locator("button[value=make]").ClickAsync();
        await administrator.SeesAsync("De PDF is klaar");
        await administrator.Page.Locator(".klik-more summary").ClickAsync();
        await LookAsync(administrator, "letters ready");
        await administrator.OpenAsync("/admin/letters?show=students");
        await LookAsync(administrator, "letters students");
        foreach (var notice in Enum.GetNames<LettersNotice>())
        {
            await administrator.OpenAsync($"/admin/letters?notice={notice}");
            await LookAsync(administrator, $"letters notice {notice}");
        }

        await administrator.OpenAsync("/admin/letters/text");
        await administrator.Page.Locator(".klik-more summary").ClickAsync();
        await LookAsync(administrator, "letter text");
        await administrator.Page.Locator("[name=title]").FillAsync($"{{naam}} {SampleRecord.LongWord}");
        await administrator.Page.Locator("[name=introduction]").FillAsync("");
        await administrator.Button("Save").ClickAsync();
        await LookAsync(administrator, "letter text with errors");

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

    private static async Task UploadAsync(Person administrator, byte[] zip)
    {
        await administrator.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "export.zip", MimeType = "application/zip", Buffer = zip });
        await administrator.Page.Locator(".klik-form button").ClickAsync();
    }

    private void ShowFindings() => Assert.True(_findings.Count == 0, string.Join(Environment.NewLine, _findings));

    private async Task LookAsync(Person person, string name) => _findings.AddRange(await PageCheck.FindingsAsync(person, name));

    private async Task<Person> SignedInStudentAsync(TestSchool school, TestStudent student, string language = "en")
    {
        var person = await NewPersonAsync(school, language);
        await person.OpenAsync("/sign-in");
        await person.SignInAtSchoolAsync(student.UserName);
        await person.IsAtAsync("/profile/parents");
        return person;
    }

    private async Task<Person> SignedInParentAsync(TestSchool school, string address, string language = "en")
    {
        var person = await NewPersonAsync(school, language);
        await person.OpenAsync("/sign-in");
        await person.ContinueWithGoogleAsync(address);
        await person.IsAtAsync("/parents");
        return person;
    }

    private static async Task InviteAsync(Person student, string name, string address)
    {
        await student.Field("Name of your parent or carer").FillAsync(name);
        await student.Field("E-mail address of your parent or carer").FillAsync(address);
        await student.Button("Send invitation").ClickAsync();
        await student.SeesAsync(student.Say("The invitation is on its way"));
    }

    /// <summary>Of the last two invitations one could not be delivered and the other was not accepted in time.</summary>
    private static Task ChangeInvitationsAsync(TestSchool school) => school.InSchoolAsync(async services =>
    {
        var invitations = services.GetRequiredService<ParentAccessDbContext>().Set<InvitationRow>().OrderBy(row => row.CreatedAt);
        var ids = await invitations.Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        await invitations.Where(row => row.Id == ids[2]).ExecuteUpdateAsync(set => set.SetProperty(row => row.Mail, InvitationMailState.Undeliverable), TestContext.Current.CancellationToken);
        await invitations.Where(row => row.Id == ids[3]).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.ExpiresAt, row => row.CreatedAt).SetProperty(row => row.Address, (string?)null).SetProperty(row => row.AddressHash, (string?)null),
            TestContext.Current.CancellationToken);
    });
}
