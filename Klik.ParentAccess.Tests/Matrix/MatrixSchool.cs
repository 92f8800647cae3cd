using System.Text.RegularExpressions;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Matrix;

/// <summary>A school with Sanne, who has an open invitation and a parent with access, and somebody who asks for what is hers.</summary>
internal sealed partial class MatrixSchool : IAsyncDisposable
{
    private readonly string _address;
    private readonly SchoolVisitor _sanne;
    private readonly HttpClient _client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly string _cookies;
    private readonly string _formToken;

    private MatrixSchool(string address, SchoolVisitor sanne, string studentId, string invitationId, string linkId, string cookies, string formToken)
    {
        (_address, _sanne, _cookies, _formToken) = (address, sanne, cookies, formToken);
        (StudentId, InvitationId, LinkId) = (studentId, invitationId, linkId);
    }

    public string StudentId { get; }

    public string InvitationId { get; }

    public string LinkId { get; }

    public static async Task<MatrixSchool> CreateAsync(IMatrixPeople people, Role role)
    {
        var sanne = await people.NewStudentAsync();
        var parent = await InvitedParentAsync(people, sanne, "Jan");
        var linkId = Id().Match((await sanne.OpenAsync("/profile/parents")).LinkTo("/withdraw")).Value;
        var pending = await sanne.InvitesAsync("Piet", $"piet.{linkId}@gmail.com");
        var invitationId = Id().Match(pending.FormTo("/delete").Form.Action).Value;
        var studentId = (await parent.OpenAsync("/parents")).LinkTo("/parents/students/").Split('/')[^1];

        var visitor = await WhoAsksAsync(people, role, sanne, parent);
        var page = await visitor.OpenAsync($"{people.Address}/no-access");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        // All of them, whatever path they are for: a session of another school is tried here too.
        var cookies = string.Join("; ", visitor.Cookies.GetAllCookies().Select(cookie => $"{cookie.Name}={cookie.Value}"));
        foreach (var owner in new[] { visitor, parent }.Where(owner => owner != sanne).Distinct())
        {
            owner.Dispose();
        }

        return new MatrixSchool(people.Address, sanne, studentId, invitationId, linkId, cookies, token);
    }

    /// <summary>Asks for a path with the cookies as they were at the beginning, so that no answer changes who asks.</summary>
    public async Task<HttpResponseMessage> AskAsync(string method, string path, bool withFormToken = true)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), _address + path);
        request.Headers.Add("Cookie", _cookies);
        if (method != "GET")
        {
            request.Content = new FormUrlEncodedContent(withFormToken ? [new("__RequestVerificationToken", _formToken)] : []);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Whether Sanne's invitation and her parent's access are as they were.</summary>
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

    private static async Task<SchoolVisitor> WhoAsksAsync(IMatrixPeople people, Role role, SchoolVisitor sanne, SchoolVisitor parent)
    {
        switch (role)
        {
            case Role.Student:
                return sanne;
            case Role.Parent:
                return parent;
            case Role.OtherStudent:
                return await people.NewStudentAsync();
            case Role.ParentOfAnotherStudent:
                using (var daan = await people.NewStudentAsync())
                {
                    return await InvitedParentAsync(people, daan, "Kees");
                }

            case Role.ParentAfterWithdrawal:
                var withdrawn = await InvitedParentAsync(people, sanne, "Eva");
                var profile = await sanne.OpenAsync("/profile/parents");
                var card = profile.Document.QuerySelectorAll("article").First(article => article.TextContent.Contains("Eva", StringComparison.Ordinal));
                var question = await sanne.OpenAsync(new Uri(profile.Address, card.QuerySelector("a[href*=withdraw]")!.GetAttribute("href")!).AbsoluteUri);
                await sanne.SubmitAsync(question, "/withdraw");
                return withdrawn;
            case Role.Administrator:
                return await people.NewAdministratorAsync();
            case Role.UserOfAnotherSchool:
                return await people.NewStudentElsewhereAsync();
            default:
                return people.NewVisitor();
        }
    }

    // Nobody is anybody's parent twice: the school may be the same for all roles.
    private static async Task<SchoolVisitor> InvitedParentAsync(IMatrixPeople people, SchoolVisitor student, string name)
    {
        var address = $"{name}.{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}@gmail.com".ToLowerInvariant();
        await student.InvitesAsync(name, address);
        var parent = people.NewVisitor();
        parent.Plan = Persona.Gmail(address);
        var arrived = await parent.SignInAsParentAsync();
        Assert.Equal($"{people.Address}/parents", arrived.Address.AbsoluteUri);
        return parent;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
