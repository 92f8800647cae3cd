using System.Net;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>How long the session of a parent lasts in an Orchard site, whose own sessions go on for as long as they are used.</summary>
public sealed class SiteSessionLifetimeTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    [Fact]
    public async Task The_session_of_a_parent_lasts_a_week_however_often_it_is_used()
    {
        var school = new SiteSchool(host);
        var (student, _) = await school.NewStudentAsync();
        using var parent = await school.NewParentAsync(student, "Els", $"{SiteSchool.Unique("els")}@gmail.com");

        for (var day = 1; day < 7; day++)
        {
            host.Clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(parent, "/parents"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(student, "/profile/parents"));
        }

        // It is the same session afterwards.
        await parent.SubmitAsync(await parent.OpenAsync("/parents/settings"), "/sign-out-elsewhere");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(parent, "/parents"));
        host.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(parent, "/parents"));
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(parent, "/parents/settings"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(student, "/profile/parents"));
        student.Dispose();
    }

    private static async Task<HttpStatusCode> StatusAsync(SiteVisitor visitor, string path)
    {
        using var answer = await visitor.RequestAsync(HttpMethod.Get, path);
        return answer.StatusCode;
    }
}
