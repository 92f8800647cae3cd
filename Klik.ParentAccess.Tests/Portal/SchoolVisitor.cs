using System.Net;
using AngleSharp.Html.Dom;
using Klik.ParentAccess.Tests.SignIn;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>
/// Somebody with a browser at a school of any host: follows links, fills in forms and signs in at providers, over HTTP and nothing else.
/// </summary>
/// <param name="address">The school's base, without a slash at the end.</param>
/// <param name="provider">Where people sign in, once it is asked for.</param>
/// <param name="connect">How requests of a browser with these cookies get to the host.</param>
public abstract class SchoolVisitor(string address, Func<LyingIdentityProvider> provider, Func<CookieContainer, HttpMessageHandler> connect) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly string _plan = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N");
    private HttpClient? _client;

    public CookieContainer Cookies => _cookies;

    /// <summary>What the providers say of this person from now on.</summary>
    public TokenPlan Plan
    {
        get => provider().Plans.GetValueOrDefault(_plan) ?? new TokenPlan();
        set => provider().Plans[_plan] = value;
    }

    /// <summary>What the host last asked a provider about this person.</summary>
    public IReadOnlyDictionary<string, string> LastAuthorization => provider().Asked[_plan];

    /// <summary>What sends this browser's requests.</summary>
    protected HttpClient Client => _client ??= NewClient();

    /// <summary>Opens a page below the school's base, or an absolute address, and follows redirects.</summary>
    public Task<VisitedPage> OpenAsync(string path) => SendAsync(HttpMethod.Get, Absolute(path), null);

    /// <summary>One request, no redirect followed.</summary>
    public async Task<HttpResponseMessage> RequestAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, Absolute(path)) { Content = content };
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Presses the button of a form, with what is filled in, and follows redirects.</summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="action">How the form's or button's action ends.</param>
    /// <param name="fields">What is typed.</param>
    public Task<VisitedPage> SubmitAsync(VisitedPage page, string action, params IEnumerable<(string Name, string Value)> fields)
    {
        var (target, values) = Fill(page, action, fields);
        return SendAsync(HttpMethod.Post, target, () => new FormUrlEncodedContent(values));
    }

    /// <summary>Presses the button of a form, with what is filled in; no redirect is followed.</summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="action">How the form's or button's action ends.</param>
    /// <param name="fields">What is typed.</param>
    public async Task<HttpResponseMessage> PressAsync(VisitedPage page, string action, params IEnumerable<(string Name, string Value)> fields)
    {
        var (target, values) = Fill(page, action, fields);
        using var content = new FormUrlEncodedContent(values);
        return await RequestAsync(HttpMethod.Post, target.AbsoluteUri, content);
    }

    /// <summary>Posts to a path, whether a page has such a form or not, with the form token of any page, and follows redirects.</summary>
    public async Task<VisitedPage> PostAsync(VisitedPage page, string path, params IEnumerable<(string Name, string Value)> fields)
    {
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var values = fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)).ToList();
        return await SendAsync(HttpMethod.Post, Absolute(path), () => new FormUrlEncodedContent(values));
    }

    /// <summary>A student signs in, as the host has it; ends on the page of parents.</summary>
    public abstract Task<VisitedPage> SignInAsStudentAsync(string userName);

    /// <summary>A student invites a parent.</summary>
    public async Task<VisitedPage> InvitesAsync(string name, string address) =>
        await SubmitAsync(await OpenAsync("/profile/parents"), "/profile/parents", ("name", name), ("email", address));

    /// <summary>Signs in on the sign-in page, with what <see cref="Plan"/> says.</summary>
    public async Task<VisitedPage> SignInAsParentAsync(string provider = "google") =>
        await SubmitAsync(await OpenAsync("/sign-in"), $"/sign-in/{provider}");

    /// <summary>Follows an invitation's link and signs in, up to the page that asks whether to accept. The secret goes into the
    /// form, as the page's script or a person does it: the part after # is never sent.</summary>
    public async Task<VisitedPage> FollowInvitationAsync(string link, string provider = "google")
    {
        var parts = link.Split('#');
        return await SubmitAsync(await OpenAsync(parts[0]), $"/sign-in/{provider}", ("token", parts[1]));
    }

    /// <summary>Follows an invitation's link, signs in and accepts.</summary>
    public async Task<VisitedPage> AcceptInvitationAsync(string link, string provider = "google") =>
        await SubmitAsync(await FollowInvitationAsync(link, provider), "/invitation/accept");

    /// <summary>Follows a letter's link and signs in, up to the page that asks to link. The code goes into the form, as the page's
    /// script or a person does it: the part after # is never sent.</summary>
    /// <param name="code">The code in the letter.</param>
    /// <param name="hasAccount">Which of the two is chosen (rule L4).</param>
    public async Task<VisitedPage> FollowLetterAsync(string code, bool hasAccount = false) =>
        await SubmitAsync(await OpenAsync("/a"), "/a/sign-in/google", ("code", code), ("account", hasAccount ? "existing" : "new"));

    /// <summary>Registers with a letter and links.</summary>
    public async Task<VisitedPage> RegisterByLetterAsync(string code, string name = "Jan de Vries") =>
        await SubmitAsync(await FollowLetterAsync(code), "/a/link", ("displayName", name));

    public void Dispose()
    {
        _client?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected Uri Absolute(string path) => path.Contains("://", StringComparison.Ordinal) ? new Uri(path) : new Uri(address + path);

    /// <summary>Sends a request and follows redirects.</summary>
    /// <param name="method">How.</param>
    /// <param name="target">Where to.</param>
    /// <param name="content">What; made anew for each request.</param>
    /// <param name="waits">Whether the content leaves only when the server begins to read it.</param>
    protected async Task<VisitedPage> SendAsync(HttpMethod method, Uri target, Func<HttpContent>? content, bool waits = false)
    {
        for (var i = 0; i < 15; i++)
        {
            using var request = new HttpRequestMessage(method, WithPlan(target)) { Content = content?.Invoke() };
            request.Headers.ExpectContinue = waits && content is not null;
            using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
            if ((int)response.StatusCode is < 300 or >= 400)
            {
                return await VisitedPage.ReadAsync(target, response);
            }

            target = new Uri(target, response.Headers.Location!);
            (method, content) = (HttpMethod.Get, null);
        }

        throw new InvalidOperationException($"Too many redirects, the last to {target.AbsolutePath}.");
    }

    private static (Uri Target, Dictionary<string, string> Values) Fill(VisitedPage page, string action, IEnumerable<(string Name, string Value)> fields)
    {
        var (form, button) = page.FormTo(action);

        // A box that is ticked comes before the hidden field that says it is not.
        var values = form.Elements.OfType<IHtmlInputElement>()
            .Where(input => !string.IsNullOrEmpty(input.Name) && (input.Type is not ("checkbox" or "radio") || input.IsChecked))
            .GroupBy(input => input.Name!)
            .ToDictionary(inputs => inputs.Key, inputs => inputs.First().Value ?? "");
        foreach (var select in form.Elements.OfType<IHtmlSelectElement>().Where(select => !string.IsNullOrEmpty(select.Name)))
        {
            values[select.Name!] = select.Value ?? "";
        }

        if (button is { Name: { Length: > 0 } name })
        {
            values[name] = button.Value;
        }

        foreach (var (field, value) in fields)
        {
            values[field] = value;
        }

        return (new Uri(page.Address, page.ActionOf(form, button)), values);
    }

    private HttpClient NewClient()
    {
        var client = new HttpClient(connect(_cookies));
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return client;
    }

    private Uri WithPlan(Uri target) =>
        target.AbsolutePath.EndsWith("/authorize", StringComparison.Ordinal) && provider().Plans.ContainsKey(_plan)
            ? new Uri($"{target}&{LyingIdentityProvider.PlanParameter}={_plan}")
            : target;
}
