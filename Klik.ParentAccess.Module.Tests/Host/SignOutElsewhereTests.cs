using System.Net;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>A parent of an Orchard site signs out everywhere else: sessions are Orchard's, and end by the user's stamp.</summary>
public sealed class SignOutElsewhereTests(WatchfulHost host) : IClassFixture<WatchfulHost>
{
    [Fact]
    public async Task The_other_sessions_end_and_the_present_one_goes_on()
    {
        using var student = new SiteVisitor(host);
        using var here = new SiteVisitor(host);
        using var elsewhere = new SiteVisitor(host);
        await student.SignInAsync(await host.AddStudentAsync());
        await student.InvitesAsync("Jan", "jan@gmail.com");
        await here.SignInAsParentAsync(Persona.Gmail("jan@gmail.com"));
        await elsewhere.SignInAsParentAsync(Persona.Gmail("jan@gmail.com"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync(here), await StatusAsync(elsewhere)));

        var after = await here.SubmitAsync(await here.OpenAsync("/parents/settings"), "/sign-out-elsewhere");

        Assert.Contains("You are signed out everywhere else", after.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.SeeOther), (await StatusAsync(here), await StatusAsync(elsewhere)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(here));
    }

    private static async Task<HttpStatusCode> StatusAsync(SiteVisitor visitor)
    {
        using var answer = await visitor.RequestAsync(HttpMethod.Get, "/parents");
        return answer.StatusCode;
    }
}
