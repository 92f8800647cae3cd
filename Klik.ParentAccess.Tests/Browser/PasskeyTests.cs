using Klik.ParentAccess.Development.Mailbox;
using Klik.ParentAccess.Tests.OwnAccounts;
using Klik.ParentAccess.Tests.Portal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>Passkeys with Chromium's own virtual authenticator, and the pages of accounts at the school.</summary>
[Collection(BrowserGroup.Name)]
public sealed class PasskeyTests(BrowserWorld world) : IAsyncLifetime
{
    private readonly List<Person> _people = [];
    private readonly RunningPortal _portal = new() { HasDevelopmentProvider = true };

    public async ValueTask InitializeAsync()
    {
        _ = world.Browser;

        // A passkey is bound to a host name; a bare address has none.
        var port = FreePort();
        _portal.Settings["urls"] = $"http://127.0.0.1:{port}";
        _portal.Settings["ParentAccess:PublicUrl"] = $"http://localhost:{port}";
        await _portal.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
        {
            await person.DisposeAsync();
        }

        await _portal.DisposeAsync();
        Assert.Empty(_people.SelectMany(person => person.Troubles));
    }

    [Fact]
    [Trait("Rule", "L5")]
    [Trait("Rule", "P9")]
    public async Task A_parent_registers_with_a_passkey_confirms_signs_in_and_adds_and_removes_one()
    {
        var school = await OpenSchoolAsync();
        var sanne = await school.AddStudentAsync("Sanne");
        var student = await NewPersonAsync(school);
        await student.OpenAsync("/sign-in");
        await student.SignInAtSchoolAsync(sanne.UserName);
        await student.Field("Name of your parent or carer").FillAsync("Jan");
        await student.Field("E-mail address of your parent or carer").FillAsync("jan@example.nl");
        await student.Button("Send invitation").ClickAsync();
        await student.SeesAsync("The invitation is on its way");
        var parent = await NewPersonAsync(school, "nl");
        await AddAuthenticatorAsync(parent);
        var findings = new List<string>();

        await OpenAsync(parent, school, "/sign-in");
        await parent.Button("Continue with an account at the school").ClickAsync();
        findings.AddRange(await PageCheck.FindingsAsync(parent, "own sign-in"));
        await parent.Button("Make an account").ClickAsync();
        findings.AddRange(await PageCheck.FindingsAsync(parent, "own register"));
        await parent.Page.Locator("[name=name]").FillAsync("Jan");
        await parent.Page.Locator("[name=email]").FillAsync("jan@example.nl");
        await parent.Button("Make the account with a passkey").ClickAsync();
        await parent.SeesHeadingAsync("Look in your mail");
        findings.AddRange(await PageCheck.FindingsAsync(parent, "own mail"));

        await parent.Page.GotoAsync($"http://localhost:{Port}/{school.Id}/sign-in/own/confirm#{await SecretAsync(school, "jan@example.nl")}");
        findings.AddRange(await PageCheck.FindingsAsync(parent, "own confirm"));
        await parent.Button("Confirm with a passkey").ClickAsync();
        await parent.SeesAsync("Sanne");

        await OpenAsync(parent, school, "/parents/settings/sign-in");
        findings.AddRange(await PageCheck.FindingsAsync(parent, "own settings"));
        await parent.Page.Locator(".klik-rows button").ClickAsync();
        await parent.SeesAsync(parent.Say("This is your only way to sign in. Add another passkey first."));
        findings.AddRange(await PageCheck.FindingsAsync(parent, "own settings with a problem"));

        await parent.Page.Locator(".klik-account button").ClickAsync();
        await OpenAsync(parent, school, "/sign-in/own");
        await parent.Button("Sign in with a passkey").ClickAsync();
        await parent.SeesAsync("Sanne");
        Assert.Empty(findings);
    }

    [Fact]
    [Trait("Rule", "L5")]
    public async Task A_parent_with_a_password_adds_a_passkey_signs_in_with_it_and_removes_it()
    {
        var school = await OpenSchoolAsync();
        var parent = await NewPersonAsync(school);
        await AddAuthenticatorAsync(parent);
        await ConfirmedParentAsync(school, parent);

        await OpenAsync(parent, school, "/parents/settings/sign-in");
        await parent.Page.Locator("#passkey-password").FillAsync(OwnAccountVisits.Password);
        await parent.Button("Add a passkey").ClickAsync();
        await parent.SeesAsync("The passkey has been added");
        await parent.Page.Locator(".klik-account button").ClickAsync();
        await OpenAsync(parent, school, "/sign-in/own");
        await parent.Button("Sign in with a passkey").ClickAsync();
        await parent.SeesAsync("Sanne");
        await OpenAsync(parent, school, "/parents/settings/sign-in");
        await parent.Page.Locator(".klik-rows button").ClickAsync();
        await parent.SeesAsync("The passkey has been removed");
        await parent.Page.Locator(".klik-account button").ClickAsync();
        await OpenAsync(parent, school, "/sign-in/own");
        await parent.Button("Sign in with a passkey").ClickAsync();

        await parent.SeesAsync("This passkey is not of an account at this school");
    }

    [Fact]
    [Trait("Rule", "L5")]
    [Trait("Rule", "P9")]
    public async Task Without_script_a_password_does_everything()
    {
        var school = await OpenSchoolAsync();
        var parent = await NewPersonAsync(school, "nl", withScript: false);

        await ConfirmedParentAsync(school, parent);

        await Assertions.Expect(parent.Page.Locator("[data-klik-passkey]")).ToHaveCountAsync(0);
        await OpenAsync(parent, school, "/sign-in/own");
    }

    [Fact]
    [Trait("Rule", "P9")]
    public async Task Pages_of_accounts_at_the_school_are_usable_for_everybody()
    {
        var school = await OpenSchoolAsync();
        var parent = await NewPersonAsync(school, "nl");
        var findings = new List<string>();
        async Task LookAsync(string name) => findings.AddRange(await PageCheck.FindingsAsync(parent, name));

        foreach (var (name, path) in new[] { ("sign-in with own", "/sign-in"), ("invitation with own", "/invitation"), ("own forgot", "/sign-in/own/forgot"), ("own reset", "/sign-in/own/reset") })
        {
            await OpenAsync(parent, school, path);
            await LookAsync(name);
        }

        await OpenAsync(parent, school, "/sign-in/own/reset");
        await parent.Button("Save and sign in").ClickAsync();
        await LookAsync("own reset dead");
        await OpenAsync(parent, school, "/sign-in/own/confirm");
        await parent.Button("Confirm and sign in").ClickAsync();
        await LookAsync("own confirm dead");
        await OpenAsync(parent, school, "/sign-in/own");
        await Assertions.Expect(parent.Button("Sign in with a passkey")).ToBeVisibleAsync();
        await Assertions.Expect(parent.Page.Locator(".klik-error")).ToBeHiddenAsync();
        await parent.Page.Locator("[name=email]").First.FillAsync("jan@example.nl");
        await parent.Button("Sign in").First.ClickAsync();
        await LookAsync("own sign-in refused");
        await OpenAsync(parent, school, "/sign-in/own/register");
        await parent.Button("Make the account").First.ClickAsync();
        await LookAsync("own register with errors");
        await ConfirmedParentAsync(school, parent);
        await OpenAsync(parent, school, "/parents/settings/sign-in");
        await parent.Button("Change the password").ClickAsync();
        await LookAsync("own settings with errors");

        Assert.Empty(findings);
    }

    private int Port => new Uri(_portal.Address).Port;

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task OpenAsync(Person person, TestSchool school, string path) => await person.Page.GotoAsync($"http://localhost:{Port}/{school.Id}{path}");

    private static async Task AddAuthenticatorAsync(Person person)
    {
        var session = await person.Page.Context.NewCDPSessionAsync(person.Page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private async Task<Person> NewPersonAsync(TestSchool school, string language = "en", bool withScript = true)
    {
        var person = await Person.ArriveAsync(world.Browser, school, language, Screen.Phone, withScript);
        _people.Add(person);
        return person;
    }

    private async Task<TestSchool> OpenSchoolAsync()
    {
        var school = await _portal.NewSchoolAsync();
        var administrator = await NewPersonAsync(school);
        await OpenAsync(administrator, school, "/sign-in");
        await administrator.SignInAtSchoolAsync(TestSchool.Administrator);
        await OpenAsync(administrator, school, "/admin/settings");
        await administrator.Page.Locator("[name=allowsOwnAccounts]").CheckAsync();
        await administrator.Button("Save").ClickAsync();
        await administrator.SeesAsync("The settings are saved");
        return school;
    }

    /// <summary>Somebody who was invited registers with a password, and confirms.</summary>
    private async Task ConfirmedParentAsync(TestSchool school, Person parent)
    {
        var sanne = await school.AddStudentAsync("Sanne");
        var student = await NewPersonAsync(school);
        await OpenAsync(student, school, "/sign-in");
        await student.SignInAtSchoolAsync(sanne.UserName);
        await student.Field("Name of your parent or carer").FillAsync("Jan");
        await student.Field("E-mail address of your parent or carer").FillAsync("jan@example.nl");
        await student.Button("Send invitation").ClickAsync();
        await student.SeesAsync("The invitation is on its way");

        await OpenAsync(parent, school, "/sign-in/own/register");
        await parent.Page.Locator("[name=name]").FillAsync("Jan");
        await parent.Page.Locator("[name=email]").FillAsync("jan@example.nl");
        await parent.Page.Locator("[name=password]").FillAsync(OwnAccountVisits.Password);
        await parent.Page.Locator(".klik-form button[type=submit]").First.ClickAsync();
        await parent.SeesHeadingAsync("Look in your mail");
        var secret = await SecretAsync(school, "jan@example.nl");
        await parent.Page.GotoAsync($"http://localhost:{Port}/{school.Id}/sign-in/own/confirm#{secret}");
        if (await parent.Page.Locator("#confirm-link").IsVisibleAsync())
        {
            await parent.Page.Locator("#confirm-link").FillAsync(secret);
        }

        await parent.Page.Locator("[name=password]").FillAsync(OwnAccountVisits.Password);
        await parent.Page.Locator(".klik-form button[type=submit]").First.ClickAsync();
        await parent.SeesAsync("Sanne");
    }

    private async Task<string> SecretAsync(TestSchool school, string address)
    {
        const string Mark = "/sign-in/own/confirm#";
        var mailbox = _portal.Services.GetRequiredService<Mailbox>();
        var text = await Eventually.FindAsync(() => mailbox.Mails
            .Where(delivered => delivered.Mail.To.Value == address)
            .Select(delivered => delivered.Mail.Content.Text)
            .FirstOrDefault(text => text.Contains($"{school.Id}{Mark}", StringComparison.Ordinal)));
        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).First(word => word.Contains(Mark, StringComparison.Ordinal)).Split('#')[1];
    }
}
