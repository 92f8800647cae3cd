using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.SignIn;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Somebody with a browser at the Orchard host, where students and administrators sign in on Orchard's own page.</summary>
/// <param name="host">The host.</param>
/// <param name="prefix">The prefix of the tenant that paths are in.</param>
public sealed class SiteVisitor(RunningHost host, string prefix = "") : SchoolVisitor(host.Address + prefix, () => host.Provider, Connect)
{
    /// <summary>Uploads a zip file with the form of a page, or with no form's token, and follows redirects.</summary>
    public Task<VisitedPage> UploadAsync(VisitedPage? form, string path, byte[] zip) => SendAsync(HttpMethod.Post, Absolute(path), () =>
    {
        var content = new MultipartFormDataContent { { new ByteArrayContent(zip), "file", "export.zip" } };
        if (form is not null)
        {
            content.Add(new StringContent(form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        }

        return content;
    });

    /// <summary>Posts a body, which leaves only when the server begins to read it, and follows redirects.</summary>
    public Task<VisitedPage> SendAsync(string path, HttpContent content) => SendAsync(HttpMethod.Post, Absolute(path), () => content, waits: true);

    public override Task<VisitedPage> SignInAsStudentAsync(string userName) => SignInAsync(userName);

    /// <summary>Signs in on Orchard's own login page, and ends where the page that was asked for leads.</summary>
    public async Task<VisitedPage> SignInAsync(string userName, string path = "/profile/parents", string? school = null, string password = RunningHost.Password)
    {
        school ??= prefix;
        var login = await OpenAsync($"{host.Address}{school}/Login?returnUrl={Uri.EscapeDataString(school + path)}");
        return await SubmitAsync(login, "", ("LoginForm.UserName", userName), ("LoginForm.Password", password));
    }

    /// <summary>An administrator fills in some of the settings of parent access, leaves the others as they are, and saves.</summary>
    public async Task<VisitedPage> SaveSettingsAsync(params IEnumerable<(string Name, string Value)> fields)
    {
        var page = await OpenAsync("/Admin/Settings/parent-access");
        var chosen = page.Document.QuerySelectorAll<IHtmlSelectElement>("select[name^='ISite.Parent']").Select(select => (select.Name!, select.Value ?? ""));
        return await SubmitAsync(page, "/Admin/Settings/parent-access", [.. chosen, .. fields]);
    }

    /// <summary>Signs in on the sign-in page, with what a provider says of this person.</summary>
    public async Task<VisitedPage> SignInAsParentAsync(TokenPlan plan, string provider = "google", string? school = null)
    {
        Plan = plan;
        return await SubmitAsync(await OpenAsync($"{host.Address}{school ?? prefix}/sign-in"), $"/sign-in/{provider}");
    }

    /// <summary>Follows an invitation's link, signs in and accepts.</summary>
    public async Task<VisitedPage> AcceptInvitationAsync(string link, TokenPlan plan, string provider = "google")
    {
        Plan = plan;
        return await AcceptInvitationAsync(link, provider);
    }

    private static HttpClientHandler Connect(CookieContainer cookies) => new() { CookieContainer = cookies, AllowAutoRedirect = false };
}
