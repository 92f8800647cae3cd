using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Web.Administration.Letters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>The administrator's pages, in each of their states, with ordinary and with absurdly long texts.</summary>
[Trait("Rule", "P9")]
public sealed class AdministratorAccessibilityTests(BrowserWorld world) : AccessibilityTest(world)
{
    [Fact]
    public async Task Pages_of_the_administrator_are_usable_for_everybody()
    {
        var school = await Portal.NewSchoolAsync();
        var administrator = await SignedInAdministratorAsync(school);
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
        var administrator = await SignedInAdministratorAsync(school);

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
        var administrator = await SignedInAdministratorAsync(school);
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

    private static async Task UploadAsync(Person administrator, byte[] zip)
    {
        await administrator.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "export.zip", MimeType = "application/zip", Buffer = zip });
        await administrator.Page.Locator(".klik-form button").ClickAsync();
    }
}
