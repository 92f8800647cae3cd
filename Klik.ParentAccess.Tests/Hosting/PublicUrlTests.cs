using System.Net;
using Klik.ParentAccess.Development.Mailbox;
using Klik.ParentAccess.Tests.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Hosting;

/// <summary>Links in mail lead to the address in the settings, whatever a request claims.</summary>
public sealed class PublicUrlTests : IAsyncLifetime
{
    private const string PublicUrl = "http://localhost:8123";

    private readonly RunningPortal _portal = new() { Settings = { ["ParentAccess:PublicUrl"] = PublicUrl } };

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    [Trait("Rule", "P2")]
    public async Task A_forged_host_does_not_reach_a_mail()
    {
        var school = await _portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        var form = await student.OpenAsync("/profile/parents");
        var token = form.Document.QuerySelector("form input[name='__RequestVerificationToken']")!.GetAttribute("value")!;

        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = student.Cookies });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{school.Address}/profile/parents")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["name"] = "Jan", ["email"] = "jan@example.nl" }),
        };
        request.Headers.Host = "evil.example";
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("Forwarded", "host=evil.example");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var mail = await FirstMailAsync();

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Contains($"{PublicUrl}/{school.Id}/invitation#", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    private async Task<Klik.ParentAccess.Core.Mail.MailContent> FirstMailAsync()
    {
        var mailbox = _portal.Services.GetRequiredService<Mailbox>();
        await Eventually.HoldsAsync(() => mailbox.Mails.Any());
        return mailbox.Mails.Single().Mail.Content;
    }
}
