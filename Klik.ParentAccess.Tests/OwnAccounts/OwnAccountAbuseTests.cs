using System.Net;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.OwnAccounts;

/// <summary>Accounts at the school, over HTTP, by those who mean no good.</summary>
[Trait("Rule", "L5")]
public sealed class OwnAccountAbuseTests(RunningPortal portal)
{
    [Fact]
    [Trait("Rule", "P1")]
    public async Task An_address_that_is_not_confirmed_accepts_no_invitation_to_it()
    {
        var school = await portal.NewOpenSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync("Sanne"));
        await student.InvitesAsync("Jan", "jan@example.nl");
        await student.InvitesAsync("Iemand", "iemand@example.nl");
        var other = (await school.InvitationLinkAsync("iemand@example.nl")).Split('#')[1];
        using var thief = school.NewVisitor();

        // In by an invitation of their own, with somebody else's address.
        var start = await thief.SubmitAsync(await thief.OpenAsync("/invitation"), "/sign-in/own/start", ("token", other));
        var form = await thief.SubmitAsync(start, "/sign-in/own/register/start");
        await thief.SubmitAsync(form, "/sign-in/own/register", ("name", "Dief"), ("email", "jan@example.nl"), ("password", OwnAccountVisits.Password));
        await thief.SubmitAsync(await thief.OpenAsync("/sign-in"), "/sign-in/own/start");
        await thief.SignsInOwnAsync("jan@example.nl");
        var profile = await student.OpenAsync("/profile/parents");

        Assert.Contains("Invitations not accepted yet", profile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Has access since", profile.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P1")]
    public async Task What_is_answered_tells_nobody_whether_an_address_is_known()
    {
        var school = await portal.NewOpenSchoolAsync();
        using var owner = await school.OwnParentAsync("jan@example.nl");
        using var stranger = school.NewVisitor();

        var pages = new List<(string Known, string Unknown)>();
        foreach (var act in new Func<string, Task<VisitedPage>>[]
        {
            address => stranger.RegistersAsync(address, "iets heel anders dan eerst"),
            async address => await stranger.SubmitAsync(await stranger.OpenAsync("/sign-in/own/forgot"), "/sign-in/own/forgot", ("email", address)),
            address => stranger.SignsInOwnAsync(address, "weer iets anders dan toen"),
        })
        {
            var (known, unknown) = (await act("jan@example.nl"), await act("niemand@example.nl"));
            Assert.Equal((known.Status, known.Path), (unknown.Status, unknown.Path));
            pages.Add((known.Text, unknown.Text.Replace("niemand@", "jan@", StringComparison.Ordinal)));
        }

        Assert.All(pages, page => Assert.Equal(page.Known, page.Unknown));
        Assert.NotNull(await school.MailAsync("jan@example.nl", text => text.Contains("but you have one", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Too_much_from_one_network_is_told_to_wait()
    {
        var school = await portal.NewOpenSchoolAsync();
        using var visitor = school.NewVisitor();
        var form = await visitor.OpenAsync("/sign-in/own/forgot");
        VisitedPage? last = null;
        for (var i = 0; i < 31; i++)
        {
            last = await visitor.SubmitAsync(form, "/sign-in/own/forgot", ("email", $"ouder{i}@example.nl"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.Status);
        Assert.Contains("Too many tries", last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state", "forged")]
    [InlineData("state", "")]
    [InlineData("passkey", "forged")]
    [InlineData("credential", "{\"id\":\"x\"}")]
    [InlineData("credential", "[[[[")]
    [InlineData("token", "https://elsewhere.example/#AAAA")]
    [InlineData("email", "jan\u0007@example.nl")]
    [InlineData("password", "\ud83d")]
    [InlineData("name", "<b>Jan</b>")]
    public async Task Whatever_is_posted_is_answered_with_a_page(string field, string value)
    {
        var school = await portal.NewOpenSchoolAsync();
        using var visitor = school.NewVisitor();
        foreach (var (page, action) in new[]
        {
            ("/sign-in/own", "/sign-in/own"), ("/sign-in/own", "/sign-in/own/passkey"), ("/sign-in/own", "/sign-in/own/register/start"),
            ("/sign-in/own/register", "/sign-in/own/register"), ("/sign-in/own/confirm", "/sign-in/own/confirm"),
            ("/sign-in/own/confirm", "/sign-in/own/confirm/passkey"), ("/sign-in/own/forgot", "/sign-in/own/forgot"), ("/sign-in/own/reset", "/sign-in/own/reset"),
        })
        {
            var answer = await visitor.SubmitAsync(await visitor.OpenAsync(page), action, (field, value));
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{action}: {answer.Status}");
            Assert.NotEqual("/parents", answer.Path);
        }

        using var untokened = await visitor.RequestAsync(HttpMethod.Post, "/sign-in/own", new FormUrlEncodedContent([new(field, "x")]));
        Assert.Equal(HttpStatusCode.BadRequest, untokened.StatusCode);
    }

    [Fact]
    public async Task An_account_of_one_school_is_none_at_another()
    {
        var school = await portal.NewOpenSchoolAsync();
        using var parent = await school.OwnParentAsync("jan@example.nl");
        using var elsewhere = (await portal.NewOpenSchoolAsync()).NewVisitor();

        var refused = await elsewhere.SignsInOwnAsync("jan@example.nl");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }
}
