using System.Text.RegularExpressions;
using Klik.ParentAccess.Tests.Matrix;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>The school of the matrix in the portal.</summary>
internal sealed partial class MatrixSchool : IMatrixSchool
{
    private readonly Visitor _sanne;
    private readonly HttpClient _client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly string _cookies;
    private readonly string _formToken;

    private MatrixSchool(TestSchool school, TestStudent student, Visitor sanne, string invitationId, string linkId, string cookies, string formToken)
    {
        (School, StudentId, InvitationId, LinkId) = (school, student.Id, invitationId, linkId);
        (_sanne, _cookies, _formToken) = (sanne, cookies, formToken);
    }

    public TestSchool School { get; }

    public string StudentId { get; }

    public string InvitationId { get; }

    public string LinkId { get; }

    public static async Task<MatrixSchool> CreateAsync(RunningPortal portal, Role role)
    {
        var school = await portal.NewSchoolAsync();
        var student = await school.AddStudentAsync("Sanne");
        var sanne = await InvitationPathTests.SignedInStudentAsync(school, student);
        var parent = await InvitationPathTests.InvitedParentAsync(sanne, "jan@gmail.com", "Jan");
        var linkId = Id().Match((await sanne.OpenAsync("/profile/parents")).LinkTo("/withdraw")).Value;
        var pending = await sanne.InvitesAsync("Piet", "piet@gmail.com");
        var invitationId = Id().Match(pending.FormTo("/delete").Form.Action).Value;

        var visitor = await WhoAsksAsync(role, school, sanne, parent);
        var page = await visitor.OpenAsync(role == Role.UserOfAnotherSchool ? $"{school.Address}/no-access" : "/no-access");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var cookies = visitor.Cookies.GetCookieHeader(new Uri(school.Address));
        foreach (var owner in new[] { visitor, parent }.Where(owner => owner != sanne).Distinct())
        {
            owner.Dispose();
        }

        return new MatrixSchool(school, student, sanne, invitationId, linkId, cookies, token);
    }

    public async Task<HttpResponseMessage> AskAsync(string method, string path, bool withFormToken = true)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), School.Address + path);
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

    private static async Task<Visitor> WhoAsksAsync(Role role, TestSchool school, Visitor sanne, Visitor parent)
    {
        switch (role)
        {
            case Role.Student:
                return sanne;
            case Role.Parent:
                return parent;
            case Role.OtherStudent:
                return await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync("Daan"));
            case Role.ParentOfAnotherStudent:
                using (var daan = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync("Daan")))
                {
                    return await InvitationPathTests.InvitedParentAsync(daan, "kees@gmail.com", "Kees");
                }

            case Role.ParentAfterWithdrawal:
                var withdrawn = await InvitationPathTests.InvitedParentAsync(sanne, "eva@gmail.com", "Eva");
                var profile = await sanne.OpenAsync("/profile/parents");
                var card = profile.Document.QuerySelectorAll("article").First(article => article.TextContent.Contains("Eva", StringComparison.Ordinal));
                var question = await sanne.OpenAsync(new Uri(profile.Address, card.QuerySelector("a[href*=withdraw]")!.GetAttribute("href")!).AbsoluteUri);
                await sanne.SubmitAsync(question, "/withdraw");
                return withdrawn;
            case Role.Administrator:
                var administrator = school.NewVisitor();
                await administrator.SignInAsAdministratorAsync();
                return administrator;
            case Role.UserOfAnotherSchool:
                var other = await school.Portal.NewSchoolAsync();
                return await InvitationPathTests.SignedInStudentAsync(other, await other.AddStudentAsync("Sanne"));
            default:
                return school.NewVisitor();
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
