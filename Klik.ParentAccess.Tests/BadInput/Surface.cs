using AngleSharp.Html.Dom;
using Klik.ParentAccess.Tests.Matrix;
using Klik.ParentAccess.Tests.OwnAccounts;
using Klik.ParentAccess.Tests.Portal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.BadInput;

/// <summary>What a school of a portal has that can be asked for: its paths, and the sessions and forms of who is signed in.</summary>
internal sealed class Surface : IDisposable
{
    private readonly TestSchool _school;
    private readonly IReadOnlyList<Visitor> _visitors;

    private Surface(TestSchool school, IReadOnlyList<Visitor> visitors, IReadOnlyList<MatrixPath> paths, IReadOnlyList<Session> sessions, string secret, string code)
    {
        (_school, _visitors, Paths, Sessions) = (school, visitors, paths, sessions);
        Secrets = [secret, code];
    }

    public Uri Address => new(_school.Address);

    /// <summary>Below the school's base, with the routing's parameters.</summary>
    public IReadOnlyList<MatrixPath> Paths { get; }

    public IReadOnlyList<Session> Sessions { get; }

    /// <summary>The session of a parent.</summary>
    public Session Parent => Sessions[2];

    /// <summary>What opens something: a link's secret, and a letter's code.</summary>
    public IReadOnlyList<string> Secrets { get; }

    /// <summary>The names of all fields of all forms, and what they came with.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields => [.. Sessions.SelectMany(session => session.Forms).SelectMany(form => form.Fields).Distinct()];

    public static async Task<Surface> CreateAsync(RunningPortal portal)
    {
        var school = await portal.NewSchoolAsync();
        await school.AllowOwnAccountsAsync("true");
        var sanne = await school.AddStudentAsync("Sanne", birthDate: new DateOnly(2013, 4, 5));
        var code = await school.MakeLetterAsync(sanne);
        var student = await InvitationPathTests.SignedInStudentAsync(school, sanne);
        var parent = await InvitationPathTests.InvitedParentAsync(student, "jan@gmail.com", "Jan");
        await student.InvitesAsync("Piet", "piet@example.nl");
        var secret = (await school.InvitationLinkAsync("piet@example.nl")).Split('#')[1];
        var administrator = school.NewVisitor();
        await administrator.SignInAsAdministratorAsync();
        var linking = school.NewVisitor();
        linking.Plan = Persona.Gmail("koos@gmail.com");
        await linking.FollowLetterAsync(code);

        Visitor[] visitors = [school.NewVisitor(), student, parent, administrator, linking];
        var paths = RoleMatrix.Paths(portal.Services.GetRequiredService<EndpointDataSource>());
        List<Session> sessions = [];
        foreach (var visitor in visitors)
        {
            sessions.Add(await SessionOfAsync(visitor, paths, sanne.Id));
        }

        return new Surface(school, visitors, paths, sessions, secret, code);
    }

    /// <summary>Where student, parent and administrator come when they open their pages: still signed in, or the cases would only
    /// have knocked.</summary>
    public async Task<string> WhereTheyComeAsync() => string.Join(' ', [
        (await _visitors[1].OpenAsync("/profile/parents")).Path,
        (await _visitors[2].OpenAsync("/parents")).Path,
        (await _visitors[3].OpenAsync("/admin/users")).Path,
    ]);

    public void Dispose()
    {
        foreach (var visitor in _visitors)
        {
            visitor.Dispose();
        }
    }

    private static async Task<Session> SessionOfAsync(Visitor visitor, IReadOnlyList<MatrixPath> paths, string studentId)
    {
        List<BadForm> forms = [];
        var token = "";
        // The way of a sign-in would end the session that is there.
        foreach (var path in paths.Where(path => path.Methods.Contains("GET") && !path.Template.Contains("sign-in/", StringComparison.Ordinal)))
        {
            var page = await visitor.OpenAsync(path.Template.Replace("{student}", studentId, StringComparison.Ordinal).Replace("{id}", studentId, StringComparison.Ordinal));
            foreach (var form in page.Document.Forms)
            {
                var fields = form.Elements.OfType<IHtmlInputElement>().Select(input => (input.Name ?? "", input.Value ?? ""))
                    .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(select => (select.Name ?? "", select.Value ?? "")))
                    .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(area => (area.Name ?? "", area.Value ?? "")))
                    .Where(field => field.Item1.Length > 0)
                    .ToList();
                token = fields.FirstOrDefault(field => field.Item1 == Session.TokenField).Item2 ?? token;
                var actions = form.QuerySelectorAll("button[formaction]").Select(button => button.GetAttribute("formaction")).Append(form.GetAttribute("action"));
                forms.AddRange(actions.Where(action => !string.IsNullOrEmpty(action)).Select(action => new BadForm(new Uri(page.Address, action).PathAndQuery, fields)));
            }
        }

        return new Session(visitor.Cookies.GetCookieHeader(new Uri(visitor.School.Address)), token, [.. forms.DistinctBy(form => form.Path)]);
    }
}
