using System.Net;
using Klik.ParentAccess.Tests.Hardening;
using Klik.ParentAccess.Tests.Matrix;
using Klik.ParentAccess.Tests.Portal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Sessions;

/// <summary>Opening a page ends no session, whatever page: a link on another site would be enough for that.</summary>
public sealed class SessionSurvivalTests(RunningPortal portal)
{
    [Theory]
    [InlineData(Role.Parent, "/parents")]
    [InlineData(Role.Student, "/profile/parents")]
    [InlineData(Role.Administrator, "/admin/users")]
    public async Task Whatever_page_is_opened_the_session_goes_on(Role role, string own)
    {
        await using var school = await MatrixSchool.CreateAsync(new MatrixPeople(await portal.NewSchoolAsync()), role);
        var pages = EndpointCatalog.Of(portal.Services.GetRequiredService<EndpointDataSource>()).Where(endpoint => endpoint is { IsOfSchool: true, Method: "GET" }).ToList();
        var ended = new List<string>();

        foreach (var page in pages)
        {
            (await school.AskAsync("GET", page.AddressIn(school), withFormToken: false)).Dispose();
            using var answer = await school.AskAsync("GET", own, withFormToken: false);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                ended.Add(page.ToString());
                break;
            }
        }

        Assert.Contains(pages, page => page.Path.Template == "/sign-in/complete");
        Assert.Empty(ended);
    }

    [Theory]
    [InlineData("/sign-in/complete")]
    [InlineData("/sign-in/school/complete")]
    [InlineData("/invitation/accept")]
    [InlineData("/a/link")]
    public async Task Nor_does_a_page_on_the_way_of_a_sign_in_that_belongs_to_another_one(string page)
    {
        var school = await portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        await student.InvitesAsync("Jan", "jan@gmail.com");
        var code = await school.MakeLetterAsync(await school.AddStudentAsync("Tess"));
        using var parent = school.NewVisitor();
        parent.Plan = Persona.Gmail("jan@gmail.com");
        await parent.SignInAsParentAsync();
        var choice = await parent.OpenAsync("/sign-in/complete");
        Assert.Equal("/parents", choice.Path);

        // Somebody set out with a letter in this browser and left it at that, with an account that has no access.
        using var other = school.NewVisitor();
        other.Plan = Persona.Gmail("els@gmail.com");
        await other.FollowLetterAsync(code);
        parent.Cookies.Add(other.Cookies.GetAllCookies().Single(cookie => cookie.Name.Contains("klik-external", StringComparison.Ordinal)));
        await parent.OpenAsync(page);

        using var answer = await parent.RequestAsync(HttpMethod.Get, "/parents");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
