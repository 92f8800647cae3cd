using System.Net;
using Klik.ParentAccess.Tests.Browser;
using Microsoft.Playwright;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>The demo of the Orchard host: it sets itself up, and the whole way can be walked in a browser without internet.</summary>
[Trait("Rule", "O7")]
[Collection<Demos>]
public sealed class DemoTests(DemoHost host)
{
    private const string Parent = "jan.devries@gmail.com";

    [Fact]
    public async Task It_sets_itself_up_at_the_first_request_and_is_ready_then()
    {
        // The other tests of this host may have been first.
        using var client = new HttpClient();

        var alive = await StatusOfAsync(client, "/healthz");
        var front = await StatusOfAsync(client, "/");
        var other = await StatusOfAsync(client, "/north/");
        var ready = await StatusOfAsync(client, "/readyz");
        var signIn = await client.GetStringAsync(new Uri($"{host.Address}/sign-in"), TestContext.Current.CancellationToken);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], [alive, front, other, ready]);
        Assert.Contains("Demo College", signIn, StringComparison.Ordinal);
        Assert.Contains("Google", signIn, StringComparison.Ordinal);
        Assert.Contains("Microsoft", signIn, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(client, "/north/sign-in"));
    }

    [Fact]
    [Trait("Rule", "I1")]
    [Trait("Rule", "I2")]
    [Trait("Rule", "P9")]
    public async Task A_student_invites_a_parent_who_opens_the_mail_signs_in_and_sees_the_child()
    {
        await using var browser = await DemoBrowser.StartAsync();
        var student = await browser.NewPageAsync(Screen.Desktop);
        var parent = await browser.NewPageAsync(Screen.Phone);
        var findings = new List<string>();

        await student.GotoAsync(host.Address);
        await student.GetByRole(AriaRole.Link, new() { Name = "Continue with your school account" }).ClickAsync();
        await student.Locator("[name='LoginForm.UserName']").FillAsync("daan.devries");
        await student.Locator("[name='LoginForm.Password']").FillAsync(DemoHost.Password);
        await student.Locator("[name='LoginForm.Password']").PressAsync("Enter");
        await student.GetByLabel("Name of your parent or carer").FillAsync("Jan de Vries");
        await student.GetByLabel("E-mail address of your parent or carer").FillAsync(Parent);
        findings.AddRange(await DemoBrowser.FindingsAsync(student, "profile"));
        await student.GetByRole(AriaRole.Button, new() { Name = "Send invitation" }).ClickAsync();
        await Assertions.Expect(student.GetByRole(AriaRole.Main)).ToContainTextAsync(Parent);

        await host.SendMailAsync();
        await parent.GotoAsync($"{host.Address}/dev/mail");
        await parent.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Parent }).GetByRole(AriaRole.Link).ClickAsync();
        await parent.Locator("a[href*='/invitation#']").ClickAsync();
        findings.AddRange(await DemoBrowser.FindingsAsync(parent, "invitation"));
        await parent.GetByRole(AriaRole.Button, new() { Name = "Continue with Google" }).ClickAsync();
        await parent.GetByLabel("E-mail address").FillAsync(Parent);
        await parent.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await parent.GetByRole(AriaRole.Button, new() { Name = "Yes, accept the invitation" }).ClickAsync();
        await Assertions.Expect(parent.GetByRole(AriaRole.Heading, new() { Name = "Your child" })).ToBeVisibleAsync();
        findings.AddRange(await DemoBrowser.FindingsAsync(parent, "children"));
        await parent.Locator("main a[href*='/parents/students/']").First.ClickAsync();
        await parent.GetByRole(AriaRole.Link, new() { Name = "Grades" }).First.ClickAsync();
        await Assertions.Expect(parent.GetByRole(AriaRole.Heading, new() { Name = "Daan: Grades" })).ToBeVisibleAsync();
        await Assertions.Expect(parent.GetByRole(AriaRole.Main)).ToContainTextAsync("Aardrijkskunde");
        findings.AddRange(await DemoBrowser.FindingsAsync(parent, "grades"));

        await student.GotoAsync(host.Address);
        await student.GetByRole(AriaRole.Link, new() { Name = "Mijn ouders" }).ClickAsync();
        await Assertions.Expect(student.GetByRole(AriaRole.Heading, new() { Name = "Who has access" })).ToBeVisibleAsync();
        await Assertions.Expect(student.GetByRole(AriaRole.Link, new() { Name = "Stop access of Jan de Vries" })).ToBeVisibleAsync();
        Assert.Empty(findings);
    }

    private async Task<HttpStatusCode> StatusOfAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(host.Address + path), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
