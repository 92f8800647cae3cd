using System.Text.RegularExpressions;
using Klik.ParentAccess.Tests.Matrix;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>The school of the matrix in the Orchard host.</summary>
internal sealed partial class SiteMatrixSchool : IMatrixSchool
{
    private readonly RunningHost _host;
    private readonly SiteVisitor _sanne;
    private readonly HttpClient _client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly string _cookies;
    private readonly string _formToken;

    private SiteMatrixSchool(RunningHost host, SiteVisitor sanne, string studentId, string invitationId, string linkId, string cookies, string formToken)
    {
        (_host, _sanne, _cookies, _formToken) = (host, sanne, cookies, formToken);
        (StudentId, InvitationId, LinkId) = (studentId, invitationId, linkId);
    }

    public string StudentId { get; }

    public string InvitationId { get; }

    public string LinkId { get; }

    public static async Task<SiteMatrixSchool> CreateAsync(RunningHost host, Role role)
    {
        var sanne = await SignedInStudentAsync(host);
        var parent = await InvitedParentAsync(host, sanne, "Jan");
        var linkId = Id().Match((await sanne.OpenAsync("/profile/parents")).LinkTo("/withdraw")).Value;
        var pending = await sanne.InvitesAsync("Piet", $"piet.{linkId}@gmail.com");
        var invitationId = Id().Match(pending.FormTo("/delete").Form.Action).Value;
        var studentId = (await parent.OpenAsync("/parents")).LinkTo("/parents/students/").Split('/')[^1];

        var visitor = await WhoAsksAsync(host, role, sanne, parent);
        var page = await visitor.OpenAsync($"{host.Address}/no-access");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        // All of them, whatever path they are for: a session of another school is tried here too.
        var cookies = string.Join("; ", visitor.Cookies.GetAllCookies().Select(cookie => $"{cookie.Name}={cookie.Value}"));
        foreach (var owner in new[] { visitor, parent }.Where(owner => owner != sanne).Distinct())
        {
            owner.Dispose();
        }

        return new SiteMatrixSchool(host, sanne, studentId, invitationId, linkId, cookies, token);
    }

    public async Task<HttpResponseMessage> AskAsync(string method, string path, bool withFormToken = true)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), _host.Address + path);
        request.Headers.Add("Cookie", _cookies);
        if (method != "GET")
        {
            request.Content = new FormUrlEncodedContent(withFormToken ? [new("__RequestVerificationToken", _formToken)] : []);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<bool> IsUntouchedAsync()
    {
        var profile = await _sanne.OpenAsync("/profile/parents");
        return profile.Html.Contains(InvitationId, StringComparison.Ordinal) && profile.Html.Contains(LinkId, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _sanne.Dispose();
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<SiteVisitor> WhoAsksAsync(RunningHost host, Role role, SiteVisitor sanne, SiteVisitor parent)
    {
        switch (role)
        {
            case Role.Student:
                return sanne;
            case Role.Parent:
                return parent;
            case Role.OtherStudent:
                return await SignedInStudentAsync(host);
            case Role.ParentOfAnotherStudent:
                using (var daan = await SignedInStudentAsync(host))
                {
                    return await InvitedParentAsync(host, daan, "Kees");
                }

            case Role.ParentAfterWithdrawal:
                var withdrawn = await InvitedParentAsync(host, sanne, "Eva");
                var profile = await sanne.OpenAsync("/profile/parents");
                var card = profile.Document.QuerySelectorAll("article").First(article => article.TextContent.Contains("Eva", StringComparison.Ordinal));
                var question = await sanne.OpenAsync(new Uri(profile.Address, card.QuerySelector("a[href*=withdraw]")!.GetAttribute("href")!).AbsoluteUri);
                await sanne.SubmitAsync(question, "/withdraw");
                return withdrawn;
            case Role.Administrator:
                var administrator = new SiteVisitor(host);
                await administrator.SignInAsync(RunningHost.Administrator, "/Admin");
                return administrator;
            case Role.UserOfAnotherSchool:
                return await SignedInStudentAsync(host, "South", "/south");
            default:
                return new SiteVisitor(host);
        }
    }

    private static async Task<SiteVisitor> SignedInStudentAsync(RunningHost host, string tenant = "Default", string prefix = "")
    {
        var student = new SiteVisitor(host, prefix);
        await student.SignInAsync(await host.AddStudentAsync(tenant));
        return student;
    }

    // Nobody is anybody's parent twice: the school is the same for all roles.
    private static async Task<SiteVisitor> InvitedParentAsync(RunningHost host, SiteVisitor student, string name)
    {
        var address = $"{name}.{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}@gmail.com".ToLowerInvariant();
        await student.InvitesAsync(name, address);
        var parent = new SiteVisitor(host);
        await parent.SignInAsParentAsync(Persona.Gmail(address));
        return parent;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
