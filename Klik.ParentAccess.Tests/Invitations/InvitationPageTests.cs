using System.Net;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.SignIn;

namespace Klik.ParentAccess.Tests.Invitations;

public sealed class InvitationPageTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Fact]
    [Trait("Rule", "P2")]
    public async Task Opening_the_link_and_signing_in_changes_nothing_until_the_parent_says_yes()
    {
        var (school, student, link) = await InvitedAsync();
        using var jan = school.NewVisitor();
        jan.Plan = TokenPlan.Microsoft("other@work.example", TokenPlan.ForeignTenant);

        var question = await jan.FollowInvitationAsync(link, "microsoft");

        Assert.Equal("/invitation/accept", question.Path);
        Assert.Contains("Sanne invites you", question.Text, StringComparison.Ordinal);
        Assert.Contains("You are signed in at Microsoft as other@work.example.", question.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("jan@example.nl", question.Html, StringComparison.Ordinal);
        Assert.Contains("Nobody has access yet", (await student.OpenAsync("/profile/parents")).Text, StringComparison.Ordinal);
        Assert.Equal("/parents", (await jan.SubmitAsync(question, "/invitation/accept")).Path);
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task The_secret_is_in_no_address_and_in_no_log()
    {
        var (school, _, link) = await InvitedAsync();
        using var jan = school.NewVisitor();

        jan.Plan = TokenPlan.Microsoft("other@work.example", TokenPlan.ForeignTenant);

        var accepted = await jan.AcceptInvitationAsync(link, "microsoft");

        Assert.Equal("/parents", accepted.Path);
        Assert.Contains(portal.Log.Lines, line => line.Text.Contains("/invitation/accept", StringComparison.Ordinal));
        var secret = link.Split('#')[1];
        Assert.DoesNotContain(portal.Log.Lines, line => line.Text.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(jan.LastAuthorization.Values, value => value.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_chooses_a_language_where_a_form_was_refused_comes_back_to_the_page_of_that_form()
    {
        var school = await portal.NewSchoolAsync();
        using var jan = school.NewVisitor();

        var cutOff = await jan.SubmitAsync(await jan.OpenAsync("/invitation"), "/sign-in/google", ("token", "cut off"));
        var invitation = await jan.SubmitAsync(cutOff, "/language", ("language", "nl"));
        var mistyped = await jan.SubmitAsync(await jan.OpenAsync("/a"), "/a/sign-in/google", ("code", "mistyped"));
        var letter = await jan.SubmitAsync(mistyped, "/language", ("language", "en"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (cutOff.Status, mistyped.Status));
        Assert.Equal("/invitation", invitation.Path);
        Assert.Equal("nl", invitation.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("/a", letter.Path);
        Assert.Equal("en", letter.Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    [Trait("Rule", "P9")]
    public async Task Without_a_script_the_whole_link_is_pasted_and_one_cut_off_is_told_with_what_was_typed()
    {
        var (school, _, link) = await InvitedAsync();
        using var jan = school.NewVisitor();
        var page = await jan.OpenAsync("/invitation");
        Assert.Null(page.Document.QuerySelector("[data-klik-without-fragment]")!.GetAttribute("hidden"));

        var wrong = await jan.SubmitAsync(page, "/sign-in/google", ("token", link[..^5]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("This is not the whole link.", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(link[..^5], wrong.Document.QuerySelector("input[name=token]")!.GetAttribute("value"));

        var question = await jan.SubmitAsync(wrong, "/sign-in/google", ("token", $"  {link} "));
        Assert.Equal("/invitation/accept", question.Path);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_second_click_in_another_browser_ends_in_the_overview()
    {
        var (school, _, link) = await InvitedAsync();
        using var phone = school.NewVisitor();
        using var desktop = school.NewVisitor();
        (phone.Plan, desktop.Plan) = (new TokenPlan { Subject = "jan" }, new TokenPlan { Subject = "jan" });
        await phone.AcceptInvitationAsync(link);

        Assert.Equal("/parents", (await phone.FollowInvitationAsync(link)).Path);
        Assert.Equal("/parents", (await desktop.FollowInvitationAsync(link)).Path);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_used_link_says_no_more_to_somebody_else_than_a_page_without_access()
    {
        var (school, _, link) = await InvitedAsync();
        using var jan = school.NewVisitor();
        await jan.AcceptInvitationAsync(link);
        using var other = school.NewVisitor();
        other.Plan = new TokenPlan { Subject = "somebody else" };

        Assert.Equal("/no-access", (await other.FollowInvitationAsync(link)).Path);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task With_a_wrong_account_first_the_parent_switches_and_keeps_the_invitation()
    {
        var (school, _, link) = await InvitedAsync();
        using var jan = school.NewVisitor();
        jan.Plan = TokenPlan.Google("wrong@gmail.com") with { Subject = "wrong" };
        var question = await jan.FollowInvitationAsync(link);
        jan.Plan = TokenPlan.Google("right@gmail.com") with { Subject = "right" };

        var again = await jan.SubmitAsync(question, "/sign-in/google");

        Assert.Equal("select_account", portal.Provider.LastAuthorization.GetValueOrDefault("prompt"));
        Assert.Contains("You are signed in at Google as right@gmail.com.", again.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", (await jan.SubmitAsync(again, "/invitation/accept")).Path);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task An_invitation_deleted_while_the_parent_is_away_ends_without_access()
    {
        var (school, student, link) = await InvitedAsync();
        using var jan = school.NewVisitor();
        var question = await jan.FollowInvitationAsync(link);

        await student.SubmitAsync(await student.OpenAsync("/profile/parents"), "/delete");

        Assert.Equal("/no-access", (await jan.OpenAsync("/invitation/accept")).Path);
        using var late = school.NewVisitor();
        Assert.Equal("/no-access", (await late.FollowInvitationAsync(link)).Path);
        Assert.NotEqual("/parents", (await jan.SubmitAsync(question, "/invitation/accept")).Path);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task Who_waits_too_long_before_accepting_signs_in_again_with_the_same_invitation()
    {
        var (school, _, link) = await InvitedAsync();
        using var jan = school.NewVisitor();
        var question = await jan.FollowInvitationAsync(link);
        foreach (var cookie in jan.Cookies.GetAllCookies().Where(cookie => !cookie.Name.Contains("ntiforgery", StringComparison.Ordinal) && !cookie.Name.Contains("form", StringComparison.OrdinalIgnoreCase)))
        {
            cookie.Expired = true;
        }

        var again = await jan.SubmitAsync(question, "/invitation/accept");

        Assert.Contains("Signing in took too long", again.Text, StringComparison.Ordinal);
        Assert.Equal("/invitation/accept", (await jan.SubmitAsync(again, "/sign-in/google")).Path);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task Another_tab_with_another_invitation_is_asked_about_before_it_is_accepted()
    {
        var (school, _, link) = await InvitedAsync();
        var tom = await school.AddStudentAsync("Tom");
        using var other = school.NewVisitor();
        await other.SignInAsStudentAsync(tom);
        await other.InvitesAsync("Jan", "jan@work.example");
        using var jan = school.NewVisitor();
        var first = await jan.FollowInvitationAsync(link);
        await jan.FollowInvitationAsync(await school.InvitationLinkAsync("jan@work.example"));

        var asked = await jan.SubmitAsync(first, "/invitation/accept");

        Assert.Contains("Tom invites you", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task Who_stops_at_the_provider_comes_back_to_the_invitation_with_its_secret_after_the_hash()
    {
        var (school, _, link) = await InvitedAsync();
        using var jan = school.NewVisitor();
        jan.Plan = new TokenPlan { AuthorizeError = "access_denied" };

        var back = await jan.FollowInvitationAsync(link);

        Assert.Equal(("/invitation", "?problem=cancelled", "#" + link.Split('#')[1]), (back.Path, back.Address.Query, back.Address.Fragment));
        Assert.Contains("You stopped signing in", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_sign_in_at_one_school_counts_for_nothing_at_another()
    {
        var (school, _, link) = await InvitedAsync();
        var elsewhere = await portal.NewSchoolAsync();
        using var jan = school.NewVisitor();
        await jan.FollowInvitationAsync(link);

        var page = await jan.OpenAsync($"{elsewhere.Address}/invitation/accept");
        var complete = await jan.OpenAsync($"{elsewhere.Address}/sign-in/complete");

        Assert.Equal("/invitation", page.Path);
        Assert.Equal("/sign-in", complete.Path);
        Assert.Contains("Signing in took too long", complete.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task A_link_of_another_school_is_not_taken()
    {
        var (_, _, link) = await InvitedAsync();
        var elsewhere = await portal.NewSchoolAsync();
        using var jan = elsewhere.NewVisitor();

        var page = await jan.SubmitAsync(await jan.OpenAsync("/invitation"), "/sign-in/google", ("token", link));

        Assert.Contains("This is not the whole link.", page.Text, StringComparison.Ordinal);
    }

    private async Task<(TestSchool School, Visitor Student, string Link)> InvitedAsync()
    {
        var school = await portal.NewSchoolAsync();
        var student = school.NewVisitor();
        await student.SignInAsStudentAsync(await school.AddStudentAsync());
        await student.InvitesAsync("Jan", "jan@example.nl");
        return (school, student, await school.InvitationLinkAsync("jan@example.nl"));
    }
}
