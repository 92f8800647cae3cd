using System.Text.RegularExpressions;
using Klik.ParentAccess.Module.Tests.Letters;
using Klik.ParentAccess.Tests.Browser;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Storage;
using Microsoft.Playwright;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>The way with a letter through the demo of the Orchard host, from the administrator's screen to the linked child.</summary>
[Trait("Rule", "O7")]
[Collection<Demos>]
public sealed partial class DemoLetterTests(DemoHost host)
{
    [Fact]
    [Trait("Rule", "L1")]
    [Trait("Rule", "L2")]
    [Trait("Rule", "L5")]
    [Trait("Rule", "L7")]
    [Trait("Rule", "P9")]
    public async Task The_school_makes_a_letter_and_a_parent_links_with_it()
    {
        await using var browser = await DemoBrowser.StartAsync();
        var administrator = await browser.NewPageAsync(Screen.Desktop);
        var parent = await browser.NewPageAsync(Screen.Phone);
        var findings = new List<string>();

        // The first request sets the school up and ends on its front page.
        await administrator.GotoAsync(host.Address);
        await SignInAsync(administrator, "beheer", LetterScreen.Path);
        findings.AddRange(await OnBothScreensAsync(administrator, "letters"));
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Make the PDF" }).ClickAsync();
        await Assertions.Expect(administrator.Locator("a[href*='/pdf/']")).ToBeVisibleAsync();
        findings.AddRange(await OnBothScreensAsync(administrator, "ready"));
        await administrator.GetByRole(AriaRole.Link, new() { Name = "Change the text" }).ClickAsync();
        findings.AddRange(await OnBothScreensAsync(administrator, "text"));
        await administrator.GotoAsync(host.Address + LetterScreen.Path);
        await administrator.Locator(".klik-screen").GetByLabel("Name of the student").FillAsync("Sanne");
        await administrator.Locator(".klik-screen").GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await administrator.GetByRole(AriaRole.Button, new() { NameRegex = PrintSanne() }).ClickAsync();
        var code = await CodeAsync(administrator);

        await parent.GotoAsync($"{host.Address}/a#{code}");
        await Assertions.Expect(parent.GetByLabel("The code in the letter")).ToHaveValueAsync(code);
        findings.AddRange(await DemoBrowser.FindingsAsync(parent, "choice"));
        await parent.GetByRole(AriaRole.Button, new() { Name = "Register with Google" }).ClickAsync();
        await parent.GetByLabel("E-mail address").FillAsync("ouder.sanne@gmail.com");
        await parent.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await parent.GetByLabel("Your name").FillAsync("Marieke Jansen");
        await parent.GetByRole(AriaRole.Button, new() { Name = "Register and link" }).ClickAsync();
        await parent.GetByLabel("Your child's date of birth").FillAsync("2012-11-23");
        findings.AddRange(await DemoBrowser.FindingsAsync(parent, "date of birth"));
        await parent.GetByRole(AriaRole.Button, new() { Name = "Register and link" }).ClickAsync();
        await Assertions.Expect(parent.GetByRole(AriaRole.Main)).ToContainTextAsync("Your child is linked");
        await Assertions.Expect(parent.GetByRole(AriaRole.Main)).ToContainTextAsync("Sanne de Vries");
        findings.AddRange(await DemoBrowser.FindingsAsync(parent, "linked"));

        var student = await browser.NewPageAsync(Screen.Phone);
        await SignInAsync(student, "sanne.devries", "/profile/parents");
        await Assertions.Expect(student.GetByRole(AriaRole.Main)).ToContainTextAsync("Used by Marieke Jansen");
        findings.AddRange(await DemoBrowser.FindingsAsync(student, "profile"));
        Assert.Empty(findings);
    }

    private async Task SignInAsync(IPage page, string userName, string path)
    {
        await page.GotoAsync($"{host.Address}/Login?returnUrl={path}");
        await page.Locator("[name='LoginForm.UserName']").FillAsync(userName);
        await page.Locator("[name='LoginForm.Password']").FillAsync(DemoHost.Password);
        await page.Locator("[name='LoginForm.Password']").PressAsync("Enter");
        await page.WaitForURLAsync($"**{path}");
    }

    private static async Task<IReadOnlyList<string>> OnBothScreensAsync(IPage page, string name)
    {
        var findings = new List<string>();
        foreach (var width in new[] { Screen.Phone, Screen.Desktop })
        {
            await page.SetViewportSizeAsync(width, 800);
            findings.AddRange(await DemoBrowser.FindingsAsync(page, $"{name} at {width}"));
        }

        return findings;
    }

    /// <summary>Downloads the PDF of one letter and reads the code in it.</summary>
    private static async Task<string> CodeAsync(IPage administrator)
    {
        for (var i = 0; i < 100 && await administrator.GetByText("A PDF is being made").CountAsync() > 0; i++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            await administrator.ReloadAsync();
        }

        await Assertions.Expect(administrator.Locator(".klik-screen")).ToContainTextAsync("Letters in it: 1");
        var download = await administrator.RunAndWaitForDownloadAsync(() => administrator.Locator("a[href*='/pdf/']").ClickAsync());
        using var folder = new TemporaryFolder();
        await download.SaveAsAsync(folder.File("letters.pdf"));
        return Assert.Single(ServedPdf.CodesIn(await PdfTool.RunAsync("pdftotext", "-layout", folder.File("letters.pdf"), "-")));
    }

    [GeneratedRegex("^Print.*Sanne de Vries$")]
    private static partial Regex PrintSanne();
}
