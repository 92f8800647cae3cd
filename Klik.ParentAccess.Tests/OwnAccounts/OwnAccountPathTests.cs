using System.Net;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.OwnAccounts;

/// <summary>Accounts at the school, over HTTP.</summary>
[Trait("Rule", "L5")]
public sealed class OwnAccountPathTests(RunningPortal portal)
{
    [Fact]
    [Trait("Rule", "I2")]
    [Trait("Rule", "L4")]
    [Trait("Rule", "P2")]
    public async Task An_invited_parent_registers_confirms_and_sees_the_child()
    {
        var school = await portal.NewOpenSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync("Sanne"));
        await student.InvitesAsync("Jan de Vries", "Jan@example.nl");
        using var parent = school.NewVisitor();

        var start = await parent.SubmitAsync(await parent.OpenAsync("/sign-in"), "/sign-in/own/start");
        var form = await parent.SubmitAsync(start, "/sign-in/own/register/start");
        var registered = await parent.SubmitAsync(form, "/sign-in/own/register", ("name", "Jan"), ("email", "jan@example.nl"), ("password", OwnAccountVisits.Password));
        var early = await parent.SignsInOwnAsync("jan@example.nl");
        var secret = await school.OwnSecretAsync("jan@example.nl", "confirm");
        var opened = await parent.OpenAsync("/sign-in/own/confirm");
        var stillOut = await parent.OpenAsync("/parents");
        var confirmed = await parent.SubmitAsync(opened, "/sign-in/own/confirm", ("token", secret), ("password", OwnAccountVisits.Password));

        Assert.Equal("/sign-in/own/mail", registered.Path);
        Assert.Equal("/sign-in/own/mail", early.Path);
        Assert.Contains("Your address is not confirmed yet", early.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", stillOut.Path);
        Assert.Equal("/parents", confirmed.Path);
        Assert.Contains("Sanne", confirmed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Log.Lines, line => line.Text.Contains(secret, StringComparison.Ordinal) || line.Text.Contains(OwnAccountVisits.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_confirms_an_account_without_a_child_is_told_that_it_works_and_how_to_go_on()
    {
        var school = await portal.NewOpenSchoolAsync();
        using var parent = school.NewVisitor();
        await parent.RegistersAsync("jan@example.nl");

        var confirmed = await parent.ConfirmsAsync("jan@example.nl");
        var plain = await parent.OpenAsync("/no-access");

        Assert.Equal("/no-access", confirmed.Path);
        Assert.Contains("Your account at the school works", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains("You have no access", confirmed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Your account at the school works", plain.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task Whoever_holds_an_invitation_registers_and_accepts_at_once_with_whatever_address()
    {
        var school = await portal.NewOpenSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync("Sanne"));
        await student.InvitesAsync("Jan de Vries", "jan@werk.example");
        var secret = (await school.InvitationLinkAsync("jan@werk.example")).Split('#')[1];
        using var parent = school.NewVisitor();

        var start = await parent.SubmitAsync(await parent.OpenAsync("/invitation"), "/sign-in/own/start", ("token", secret));
        var form = await parent.SubmitAsync(start, "/sign-in/own/register/start");
        var asked = await parent.SubmitAsync(form, "/sign-in/own/register", ("name", "Jan"), ("email", "jan@thuis.example"), ("password", OwnAccountVisits.Password));
        var accepted = await parent.SubmitAsync(asked, "/invitation/accept");
        await parent.SubmitAsync(accepted, "/sign-out");
        var again = await parent.SignsInOwnAsync("jan@thuis.example");

        Assert.Equal("/invitation/accept", asked.Path);
        Assert.Contains("jan@thuis.example", asked.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", accepted.Path);
        Assert.Equal("/parents", again.Path);
    }

    [Fact]
    public async Task Wrong_passwords_lock_for_a_while_and_a_reset_opens()
    {
        var school = await portal.NewOpenSchoolAsync();
        using var owner = await school.OwnParentAsync("jan@example.nl");
        using var parent = school.NewVisitor();
        for (var i = 0; i < 5; i++)
        {
            await parent.SignsInOwnAsync("jan@example.nl", $"niet goed nummer {i}");
        }

        var locked = await parent.SignsInOwnAsync("jan@example.nl");
        await parent.SubmitAsync(await parent.OpenAsync("/sign-in/own/forgot"), "/sign-in/own/forgot", ("email", "jan@example.nl"));
        var secret = await school.OwnSecretAsync("jan@example.nl", "reset");
        var form = await parent.OpenAsync("/sign-in/own/reset");
        var refused = await parent.SubmitAsync(form, "/sign-in/own/reset", ("token", secret), ("newPassword", "welkom123456"));
        var open = await parent.SubmitAsync(refused, "/sign-in/own/reset", ("newPassword", "een nieuw begin maken"));
        var twice = await parent.SubmitAsync(await parent.OpenAsync("/sign-in/own/reset"), "/sign-in/own/reset", ("token", secret), ("newPassword", "nog een keer proberen"));
        var elsewhere = await owner.OpenAsync("/parents");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.Status);
        Assert.Contains("easy to guess", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", open.Path);
        Assert.Contains("This link no longer works", twice.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", elsewhere.Path);
    }

    [Fact]
    public async Task A_parent_changes_the_password_and_other_sessions_end()
    {
        var school = await portal.NewOpenSchoolAsync();
        using var here = await school.OwnParentAsync("jan@example.nl");
        using var there = school.NewVisitor();
        await there.SignsInOwnAsync("jan@example.nl");

        var settings = await here.OpenAsync((await here.OpenAsync("/parents/settings")).LinkTo("/parents/settings/sign-in"));
        var wrong = await here.SubmitAsync(settings, "/sign-in/password", ("password", "niet het wachtwoord"), ("newPassword", "een nieuw begin maken"));
        var changed = await here.SubmitAsync(settings, "/sign-in/password", ("password", OwnAccountVisits.Password), ("newPassword", "een nieuw begin maken"));
        var forgedPasskey = await here.SubmitAsync(changed, "/sign-in/passkey", ("password", "een nieuw begin maken"), ("credential", "{}"));

        Assert.Contains("The present password is not right", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Your password has been changed", changed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forgedPasskey.Status);
        Assert.Equal("/parents", (await here.OpenAsync("/parents")).Path);
        Assert.Equal("/sign-in", (await there.OpenAsync("/parents")).Path);
        Assert.Equal("/parents", (await there.SignsInOwnAsync("jan@example.nl", "een nieuw begin maken")).Path);
        Assert.NotNull(await school.MailAsync("jan@example.nl", text => text.Contains("was changed", StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task A_parent_reads_what_is_kept_and_deletes_it()
    {
        var school = await portal.NewOpenSchoolAsync();
        using var parent = await school.OwnParentAsync("jan@example.nl");

        var told = await parent.OpenAsync("/parents/settings/data");
        await parent.SubmitAsync(await parent.OpenAsync("/parents/settings/delete"), "/parents/settings/delete");
        var gone = await parent.SignsInOwnAsync("jan@example.nl");

        Assert.Contains("A hash, from which it cannot be read", told.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, gone.Status);
    }

    [Fact]
    [Trait("Rule", "L4")]
    public async Task A_school_that_turns_it_off_has_no_such_pages_and_ends_the_sessions()
    {
        var school = await portal.NewOpenSchoolAsync();
        using var parent = await school.OwnParentAsync("jan@example.nl");
        using var visitor = school.NewVisitor();
        var form = await visitor.OpenAsync("/sign-in/own");
        var paths = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<SchoolEndpointMetadata>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(path => path.StartsWith("/sign-in/own", StringComparison.Ordinal))
            .Distinct()
            .ToList();

        await school.AllowOwnAccountsAsync("");

        Assert.True(paths.Count > 8);
        foreach (var path in paths)
        {
            using var read = await visitor.RequestAsync(HttpMethod.Get, path);
            using var written = await visitor.RequestAsync(HttpMethod.Post, path, new FormUrlEncodedContent([new("email", "jan@example.nl")]));
            Assert.True(read.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"GET {path}: {read.StatusCode}");
            Assert.True(written.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"POST {path}: {written.StatusCode}");
        }

        var posted = await visitor.SubmitAsync(form, "/sign-in/own", ("email", "jan@example.nl"), ("password", OwnAccountVisits.Password));
        var signIn = await visitor.OpenAsync("/sign-in");
        var ended = await parent.OpenAsync("/parents");
        await school.AllowOwnAccountsAsync("true");
        var back = await parent.SignsInOwnAsync("jan@example.nl");

        Assert.Equal(HttpStatusCode.NotFound, posted.Status);
        Assert.DoesNotContain("account at the school", signIn.Html, StringComparison.Ordinal);
        Assert.Equal("/sign-in", ended.Path);
        Assert.Equal("/parents", back.Path);
    }
}
