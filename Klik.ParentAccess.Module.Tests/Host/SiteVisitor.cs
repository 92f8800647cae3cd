using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Klik.ParentAccess.Module.Tests.Letters;
using Klik.ParentAccess.Tests.Failure;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.SignIn;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Somebody with a browser at the Orchard host: follows links, fills in forms and signs in at providers, over HTTP.</summary>
public sealed class SiteVisitor : ISchoolVisitor
{
    private readonly RunningHost _host;
    private readonly string _school;
    private readonly HttpClient _client;
    private readonly string _plan = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N");

    /// <param name="host">The host.</param>
    /// <param name="school">The prefix of the tenant that paths are in.</param>
    public SiteVisitor(RunningHost host, string school = "")
    {
        (_host, _school) = (host, school);
        _client = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false });
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>What the host last asked a provider about this person.</summary>
    public IReadOnlyDictionary<string, string> LastAuthorization => _host.Provider.Asked[_plan];

    /// <summary>Says what the providers say of this person from now on.</summary>
    public void Becomes(TokenPlan plan) => _host.Provider.Plans[_plan] = plan;

    /// <summary>One request to a path of the school, or to an absolute address, with no redirect followed.</summary>
    public async Task<HttpResponseMessage> RequestAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, Absolute(path)) { Content = content };
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Opens a page of the school, or an absolute address, and follows redirects.</summary>
    public Task<VisitedPage> OpenAsync(string path) => SendAsync(HttpMethod.Get, Absolute(path), null);

    /// <summary>Posts to a path of the school, whether a page has such a form or not, with the form token of any page.</summary>
    public async Task<VisitedPage> PostAsync(VisitedPage page, string path, params IEnumerable<(string Name, string Value)> fields)
    {
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var values = fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)).ToList();
        return await SendAsync(HttpMethod.Post, Absolute(path), () => new FormUrlEncodedContent(values));
    }

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

    /// <summary>Presses the button of a form, with what is filled in, and follows redirects.</summary>
    public Task<VisitedPage> SubmitAsync(VisitedPage page, string action, params IEnumerable<(string Name, string Value)> fields)
    {
        var (address, values) = Fill(page, action, fields);
        return SendAsync(HttpMethod.Post, address, () => new FormUrlEncodedContent(values));
    }

    /// <summary>Presses the button of a form, with what is filled in; no redirect is followed.</summary>
    public async Task<HttpResponseMessage> PressAsync(VisitedPage page, string action, params IEnumerable<(string Name, string Value)> fields)
    {
        var (address, values) = Fill(page, action, fields);
        using var content = new FormUrlEncodedContent(values);
        return await RequestAsync(HttpMethod.Post, address.AbsoluteUri, content);
    }

    Task<VisitedPage> ISchoolVisitor.SignInAsStudentAsync(string userName) => SignInAsync(userName);

    Task<VisitedPage> ISchoolVisitor.FollowLetterAsync(string code, string address)
    {
        Becomes(Persona.Gmail(address));
        return this.FollowLetterAsync(code);
    }

    /// <summary>Signs in on Orchard's own login page, and ends where the page that was asked for leads.</summary>
    public async Task<VisitedPage> SignInAsync(string userName, string path = "/profile/parents", string? school = null, string password = RunningHost.Password)
    {
        school ??= _school;
        var login = await OpenAsync($"{_host.Address}{school}/Login?returnUrl={Uri.EscapeDataString(school + path)}");
        return await SubmitAsync(login, "", ("LoginForm.UserName", userName), ("LoginForm.Password", password));
    }

    /// <summary>An administrator fills in some of the settings of parent access, leaves the others as they are, and saves.</summary>
    public async Task<VisitedPage> SaveSettingsAsync(params IEnumerable<(string Name, string Value)> fields)
    {
        var page = await OpenAsync("/Admin/Settings/parent-access");
        var chosen = page.Document.QuerySelectorAll<IHtmlSelectElement>("select[name^='ISite.Parent']").Select(select => (select.Name!, select.Value ?? ""));
        return await SubmitAsync(page, "/Admin/Settings/parent-access", [.. chosen, .. fields]);
    }

    /// <summary>A student invites a parent.</summary>
    public async Task<VisitedPage> InvitesAsync(string name, string address) =>
        await SubmitAsync(await OpenAsync("/profile/parents"), "/profile/parents", ("name", name), ("email", address));

    /// <summary>Signs in on the sign-in page, with what a provider says of this person.</summary>
    public async Task<VisitedPage> SignInAsParentAsync(TokenPlan plan, string provider = "google", string? school = null)
    {
        Becomes(plan);
        return await SubmitAsync(await OpenAsync($"{_host.Address}{school ?? _school}/sign-in"), $"/sign-in/{provider}");
    }

    /// <summary>Follows an invitation's link, signs in and accepts.</summary>
    public async Task<VisitedPage> AcceptInvitationAsync(string link, TokenPlan plan, string provider = "google")
    {
        Becomes(plan);
        var parts = link.Split('#');
        var asked = await SubmitAsync(await OpenAsync(parts[0]), $"/sign-in/{provider}", ("token", parts[1]));
        return await SubmitAsync(asked, "/invitation/accept");
    }

    public void Dispose() => _client.Dispose();

    private static (Uri Address, Dictionary<string, string> Values) Fill(VisitedPage page, string action, IEnumerable<(string Name, string Value)> fields)
    {
        var (form, button) = page.FormTo(action);
        var values = form.Elements.OfType<IHtmlInputElement>()
            .Where(input => !string.IsNullOrEmpty(input.Name) && (input.Type is not ("checkbox" or "radio") || input.IsChecked))
            .GroupBy(input => input.Name!)
            .ToDictionary(inputs => inputs.Key, inputs => inputs.First().Value ?? "");
        foreach (var select in form.Elements.OfType<IHtmlSelectElement>().Where(select => !string.IsNullOrEmpty(select.Name)))
        {
            values[select.Name!] = select.Value ?? "";
        }

        foreach (var (field, value) in fields)
        {
            values[field] = value;
        }

        return (new Uri(page.Address, page.ActionOf(form, button)), values);
    }

    private Uri Absolute(string path) => new(new Uri(_host.Address), path.StartsWith('/') ? _school + path : path);

    private async Task<VisitedPage> SendAsync(HttpMethod method, Uri address, Func<HttpContent>? content, bool waits = false)
    {
        for (var i = 0; i < 15; i++)
        {
            using var request = new HttpRequestMessage(method, WithPlan(address)) { Content = content?.Invoke() };
            request.Headers.ExpectContinue = waits && content is not null;
            using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            if ((int)response.StatusCode is < 300 or >= 400)
            {
                return await VisitedPage.ReadAsync(address, response);
            }

            address = new Uri(address, response.Headers.Location!);
            (method, content) = (HttpMethod.Get, null);
        }

        throw new InvalidOperationException($"Too many redirects, the last to {address.AbsolutePath}.");
    }

    private Uri WithPlan(Uri address) =>
        address.AbsolutePath.EndsWith("/authorize", StringComparison.Ordinal) && _host.Provider.Plans.ContainsKey(_plan)
            ? new Uri($"{address}&{LyingIdentityProvider.PlanParameter}={_plan}")
            : address;
}
