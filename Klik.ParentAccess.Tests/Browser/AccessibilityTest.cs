using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>What the checks of all pages have: people who come as far as a page, and one list of all that is wrong with what they see.</summary>
public abstract class AccessibilityTest(BrowserWorld world) : BrowserTest(world)
{
    protected const string Account = "jan.met-een-heel-lang-adres.dat-nergens-op-past@een-heel-lange-naam-van-een-provider.example";

    protected static readonly string LongName = string.Concat(Enumerable.Repeat("Wolfeschlegelsteinhausen", 4));

    private readonly List<string> _findings = [];

    protected void ShowFindings() => Assert.True(_findings.Count == 0, string.Join(Environment.NewLine, _findings));

    private protected async Task LookAsync(Person person, string name) => _findings.AddRange(await PageCheck.FindingsAsync(person, name));

    private protected async Task<Person> SignedInStudentAsync(TestSchool school, TestStudent student, string language = "en")
    {
        var person = await NewPersonAsync(school, language);
        await person.OpenAsync("/sign-in");
        await person.SignInAtSchoolAsync(student.UserName);
        await person.IsAtAsync("/profile/parents");
        return person;
    }

    private protected async Task<Person> SignedInParentAsync(TestSchool school, string address, string language = "en")
    {
        var person = await NewPersonAsync(school, language);
        await person.OpenAsync("/sign-in");
        await person.ContinueWithGoogleAsync(address);
        await person.IsAtAsync("/parents");
        return person;
    }

    private protected async Task<Person> SignedInAdministratorAsync(TestSchool school)
    {
        var administrator = await NewPersonAsync(school, "nl");
        await administrator.OpenAsync("/sign-in");
        await administrator.SignInAtSchoolAsync(TestSchool.Administrator);
        await administrator.IsAtAsync("/admin/users");
        return administrator;
    }

    private protected static async Task InviteAsync(Person student, string name, string address)
    {
        await student.Field("Name of your parent or carer").FillAsync(name);
        await student.Field("E-mail address of your parent or carer").FillAsync(address);
        await student.Button("Send invitation").ClickAsync();
        await student.SeesAsync(student.Say("The invitation is on its way"));
    }
}
