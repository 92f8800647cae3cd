using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Klik.ParentAccess.Tests.Failure;
using Klik.ParentAccess.Tests.SignIn;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>
/// Somebody with a browser at a school: follows links, fills in forms and signs in at providers, over HTTP and nothing else.
/// </summary>
public sealed class Visitor : ISchoolVisitor
{
    private readonly TestSchool _school;
    private readonly HttpClient _client;
    private readonly string _plan = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N");

    public Visitor(TestSchool school)
    {
        _school = school;
        _client = new HttpClient(school.Portal.Connect(Cookies));
        _client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>From now on this browser is somewhere on the internet, behind a proxy that says so.</summary>
    public void BeAt(string network) => _client.DefaultRequestHeaders.Add("X-Forwarded-For", network);

    public TestSchool School => _school;

    /// <summary>What the providers say of this person from now on.</summary>
    public TokenPlan Plan
    {
        get => _school.Portal.Provider.Plans.GetValueOrDefault(_plan) ?? new TokenPlan();
        set => _school.Portal.Provider.Plans[_plan] = value;
    }

    /// <summary>What the portal last asked a provider about this person.</summary>
    public IReadOnlyDictionary<string, string> LastAuthorization => _school.Portal.Provider.Asked[_plan];

    /// <summary>Opens a page below the school's base, or an absolute address, and follows redirects.</summary>
    public Task<VisitedPage> OpenAsync(string path) => SendAsync(HttpMethod.Get, Absolute(path), null);

    /// <summary>One request, no redirect followed.</summary>
    public async Task<HttpResponseMessage> RequestAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, Absolute(path)) { Content = content };
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Presses the button of a form, with what is filled in, and follows redirects.</summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="action">How the form's or button's action ends.</param>
    /// <param name="fields">What is typed.</param>
    public Task<VisitedPage> SubmitAsync(VisitedPage page, string action, params IEnumerable<(string Name, string Value)> fields)
    {
        var (address, values) = Fill(page, action, fields);
        return SendAsync(HttpMethod.Post, address, () => new FormUrlEncodedContent(values));
    }

    /// <summary>Presses the button of a form, with what is filled in; no redirect is followed.</summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="action">How the form's or button's action ends.</param>
    /// <param name="fields">What is typed.</param>
    public async Task<HttpResponseMessage> PressAsync(VisitedPage page, string action, params IEnumerable<(string Name, string Value)> fields)
    {
        var (address, values) = Fill(page, action, fields);
        using var content = new FormUrlEncodedContent(values);
        return await RequestAsync(HttpMethod.Post, address.AbsoluteUri, content);
    }

    /// <summary>A student signs in at the school's provider.</summary>
    public Task<VisitedPage> SignInAsStudentAsync(TestStudent student) => SignInAtSchoolAsync(student.UserName);

    Task<VisitedPage> ISchoolVisitor.SignInAsStudentAsync(string userName) => SignInAtSchoolAsync(userName);

    /// <summary>An administrator signs in at the school's provider.</summary>
    public Task<VisitedPage> SignInAsAdministratorAsync() => SignInAtSchoolAsync(TestSchool.Administrator);

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

    Task<VisitedPage> ISchoolVisitor.FollowLetterAsync(string code, string address)
    {
        Plan = Persona.Gmail(address);
        return FollowLetterAsync(code);
    }

    /// <summary>Registers with a letter and links.</summary>
    public async Task<VisitedPage> RegisterByLetterAsync(string code, string name = "Jan de Vries") =>
        await SubmitAsync(await FollowLetterAsync(code), "/a/link", ("displayName", name));

    /// <summary>A student invites a parent.</summary>
    public async Task<VisitedPage> InvitesAsync(string name, string address) =>
        await SubmitAsync(await OpenAsync("/profile/parents"), "/profile/parents", ("name", name), ("email", address));

    public void Dispose() => _client.Dispose();

    private async Task<VisitedPage> SignInAtSchoolAsync(string userName)
    {
        Plan = new TokenPlan { Subject = userName, Claims = new Dictionary<string, object?> { ["preferred_username"] = userName } };
        return await OpenAsync("/sign-in/school");
    }

    private static (Uri Address, Dictionary<string, string> Values) Fill(VisitedPage page, string action, IEnumerable<(string Name, string Value)> fields)
    {
        var (form, button) = page.FormTo(action);
        var values = form.Elements.OfType<IHtmlInputElement>()
            .Where(input => !string.IsNullOrEmpty(input.Name) && (input.Type is not ("checkbox" or "radio") || input.IsChecked))
            .ToDictionary(input => input.Name!, input => input.Value ?? "");
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

    private Uri Absolute(string path) => path.Contains("://", StringComparison.Ordinal) ? new Uri(path) : new Uri(_school.Address + path);

    private async Task<VisitedPage> SendAsync(HttpMethod method, Uri address, Func<HttpContent>? content)
    {
        for (var i = 0; i < 15; i++)
        {
            using var request = new HttpRequestMessage(method, WithPlan(address)) { Content = content?.Invoke() };
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
        address.AbsolutePath.EndsWith("/authorize", StringComparison.Ordinal) && _school.Portal.Provider.Plans.ContainsKey(_plan)
            ? new Uri($"{address}&{LyingIdentityProvider.PlanParameter}={_plan}")
            : address;
}
