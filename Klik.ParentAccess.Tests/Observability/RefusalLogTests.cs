using Klik.ParentAccess.Tests.OwnAccounts;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Observability;

/// <summary>What is refused is in the log: which endpoint and why, and nothing of a person.</summary>
public sealed class RefusalLogTests : IAsyncLifetime
{
    private readonly RunningPortal _portal = new();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_page_of_somebody_else_a_form_without_its_token_and_an_ended_session_are_logged()
    {
        var school = await _portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        await student.InvitesAsync("Jan", "jan@gmail.com");
        using var parent = school.NewVisitor();
        parent.Plan = Persona.Gmail("jan@gmail.com");
        await parent.SignInAsParentAsync();
        using var stranger = school.NewVisitor();
        stranger.Plan = Persona.Gmail("somebody.else@gmail.com");
        Assert.Empty(Refusals());

        await student.OpenAsync("/parents");
        await parent.OpenAsync("/parents/students/somebody-typed-this/grades");
        using var forged = new FormUrlEncodedContent([KeyValuePair.Create("language", "nl")]);
        (await parent.RequestAsync(HttpMethod.Post, "/parents/settings", forged)).Dispose();
        await stranger.SignInAsParentAsync();
        using var copy = school.NewVisitor();
        copy.Cookies.Add(parent.Cookies.GetAllCookies());
        await parent.SubmitAsync(await parent.OpenAsync("/parents"), "/sign-out");
        await copy.OpenAsync("/parents/settings");

        Assert.Equal(
            [
                "GET /parents: refused, NotForYou.",
                "GET /parents/students/{student}/grades: refused, NotLinked.",
                "POST /parents/settings: refused, FormToken.",
                "GET /sign-in/complete: refused, NoAccess.",
                "GET /parents/settings: refused, SessionEnded.",
            ],
            Refusals());
    }

    [Fact]
    public async Task Signing_in_with_an_account_at_the_school_is_logged_whether_it_works_or_not()
    {
        var school = await _portal.NewOpenSchoolAsync();
        using var parent = await school.OwnParentAsync("jan@example.nl");
        using var guesser = school.NewVisitor();

        await guesser.SignsInOwnAsync("jan@example.nl", "groene olifant fietst");
        await guesser.SignsInOwnAsync("nobody@example.nl");

        Assert.Contains(_portal.Log.Lines, line => line.Id.Id == 2104);
        var refused = _portal.Log.Lines.Where(line => line.Id.Id == 2105).Select(line => line.Text.Trim()).ToList();
        Assert.Equal(["An account at the school: sign-in was refused, Refused.", "An account at the school: sign-in was refused, Refused."], refused);
    }

    private List<string> Refusals() => [.. _portal.Log.Lines.Where(line => line.Id.Id == 2201).Select(line => line.Text.Trim())];
}
