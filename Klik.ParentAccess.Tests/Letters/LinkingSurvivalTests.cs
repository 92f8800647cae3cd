using System.Net;
using Klik.ParentAccess.Tests.Portal;
using static Klik.ParentAccess.Tests.Letters.LinkingVisits;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>What the way from a letter survives, and what it gives away, over HTTP (rules P2, P3, P7).</summary>
public sealed class LinkingSurvivalTests(RunningPortal portal)
{
    [Fact]
    [Trait("Rule", "P2")]
    public async Task Opening_a_link_changes_nothing_even_with_the_code_in_the_query()
    {
        var (school, sanne, code) = await SchoolWithLetterAsync(portal);
        using var jan = Parent(school, "jan@gmail.com");
        await jan.FollowLetterAsync(code);
        using var eva = await ParentWithAccessAsync(school, "eva@gmail.com");

        foreach (var parent in new[] { jan, eva })
        {
            foreach (var path in new[] { "/a", "/a/link", "/a/sign-in/google" })
            {
                await parent.OpenAsync($"{path}?code={code}&displayName=Jan");
            }
        }

        using var student = await InvitationPathTests.SignedInStudentAsync(school, sanne);
        var profile = await student.OpenAsync("/profile/parents");
        Assert.Contains("Nobody has access yet", profile.Text, StringComparison.Ordinal);
        Assert.Contains("0 of 2 times", profile.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task The_code_is_in_no_address_and_in_no_log()
    {
        var (school, _, code) = await SchoolWithLetterAsync(portal, BirthDate);
        using var jan = Parent(school, "jan@gmail.com");

        var asked = await jan.RegisterByLetterAsync(code, "Wolfeschlegelsteinhausen");
        await jan.SubmitAsync(asked, "/a/link", ("birthDate", "2012-05-18"));
        await jan.SubmitAsync(asked, "/a/link", ("birthDate", "2012-05-17"));

        Assert.All([code, code.Replace("-", "", StringComparison.Ordinal), "Wolfeschlegelsteinhausen", "2012-05-17"], secret =>
        {
            Assert.DoesNotContain(portal.Log.Lines, line => line.Text.Contains(secret, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(jan.LastAuthorization.Values, value => value.Contains(secret, StringComparison.Ordinal));
        });
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_second_click_says_that_the_child_is_linked_already_and_uses_no_seat()
    {
        var (school, sanne, code) = await SchoolWithLetterAsync(portal);
        using var jan = Parent(school, "jan@gmail.com");
        await jan.RegisterByLetterAsync(code);

        var here = await jan.SubmitAsync(await jan.OpenAsync("/a"), "/a", ("code", code));
        using var elsewhere = Parent(school, "jan@gmail.com");
        var there = await elsewhere.SubmitAsync(await elsewhere.FollowLetterAsync(code), "/a/link");

        Assert.All([here, there], page => Assert.Equal("/parents/settings", page.Path));
        Assert.All([here, there], page => Assert.Contains("This child was linked with your account already", page.Text, StringComparison.Ordinal));
        using var student = await InvitationPathTests.SignedInStudentAsync(school, sanne);
        Assert.Contains("1 of 2 times", (await student.OpenAsync("/profile/parents")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task Who_waits_too_long_signs_in_again_with_the_same_code()
    {
        var (school, _, code) = await SchoolWithLetterAsync(portal);
        using var jan = Parent(school, "jan@gmail.com");
        var form = await jan.FollowLetterAsync(code);
        foreach (var cookie in jan.Cookies.GetAllCookies().Where(cookie => !cookie.Name.Contains("form", StringComparison.OrdinalIgnoreCase) && !cookie.Name.Contains("ntiforgery", StringComparison.Ordinal)))
        {
            cookie.Expired = true;
        }

        var again = await jan.SubmitAsync(form, "/a/link", ("displayName", "Jan"));
        var back = await jan.SubmitAsync(again, "/a/sign-in/google");

        Assert.Contains("Signing in took too long", again.Text, StringComparison.Ordinal);
        Assert.Equal(code, again.Document.QuerySelector("input[name=code]")!.GetAttribute("value"));
        Assert.Equal("/parents/settings", (await jan.SubmitAsync(back, "/a/link", ("displayName", "Jan"))).Path);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task Somebody_who_comes_back_from_a_provider_without_a_letter_cannot_link()
    {
        var (school, _, code) = await SchoolWithLetterAsync(portal);
        using var jan = Parent(school, "jan@gmail.com");
        var letter = await jan.FollowLetterAsync(code);
        await jan.SignInAsParentAsync();

        var after = await jan.SubmitAsync(letter, "/a/link", ("displayName", "Jan"));

        Assert.Contains("Signing in took too long", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_form_does_not_link_the_account_that_came_back_in_another_tab()
    {
        var (school, sanne, code) = await SchoolWithLetterAsync(portal);
        var next = await school.MakeLetterAsync(await school.AddStudentAsync("Daan"));
        using var browser = Parent(school, "jan@gmail.com");
        var first = await browser.FollowLetterAsync(code);
        browser.Plan = Persona.Gmail("eva@gmail.com");
        await browser.FollowLetterAsync(next);

        var refused = await browser.SubmitAsync(first, "/a/link", ("displayName", "Jan"));
        var forged = await browser.SubmitAsync(refused, "/a/link", ("displayName", "Eva"), ("owner", "CfDJ8"));
        using var student = await InvitationPathTests.SignedInStudentAsync(school, sanne);
        var before = await student.OpenAsync("/profile/parents");
        var linked = await browser.SubmitAsync(refused, "/a/link", ("displayName", "Eva"));

        Assert.All([refused, forged], page => Assert.Equal((HttpStatusCode.UnprocessableEntity, "/a/link"), (page.Status, page.Path)));
        Assert.All([refused, forged], page => Assert.Contains("You are signed in with another account now", page.Text, StringComparison.Ordinal));
        Assert.Contains("eva@gmail.com", refused.Text, StringComparison.Ordinal);
        Assert.Equal(code, refused.Document.QuerySelector("input[name=code]")!.GetAttribute("value"));
        Assert.Contains("0 of 2 times", before.Text, StringComparison.Ordinal);
        Assert.Equal("/parents/settings", linked.Path);
        Assert.Contains("Eva", (await student.OpenAsync("/profile/parents")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_form_of_who_was_signed_in_does_not_link_who_is_signed_in_now()
    {
        var (school, sanne, code) = await SchoolWithLetterAsync(portal);
        var next = await school.MakeLetterAsync(await school.AddStudentAsync("Daan"));
        using var browser = Parent(school, "jan@gmail.com");
        await browser.RegisterByLetterAsync(next);
        var first = await browser.OpenAsync("/a");
        browser.Plan = Persona.Gmail("eva@gmail.com");
        await browser.RegisterByLetterAsync(next, "Eva");

        var refused = await browser.SubmitAsync(first, "/a", ("code", code));

        Assert.Contains("Nothing has been changed.", refused.Text, StringComparison.Ordinal);
        using var student = await InvitationPathTests.SignedInStudentAsync(school, sanne);
        Assert.Contains("0 of 2 times", (await student.OpenAsync("/profile/parents")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_parent_who_presses_the_button_many_times_uses_one_seat()
    {
        var (school, sanne, code) = await SchoolWithLetterAsync(portal);
        using var jan = Parent(school, "jan@gmail.com");
        var form = await jan.FollowLetterAsync(code);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => jan.SubmitAsync(form, "/a/link", ("displayName", "Jan"))));

        Assert.Contains(answers, answer => answer.Path == "/parents/settings");
        using var student = await InvitationPathTests.SignedInStudentAsync(school, sanne);
        var profile = await student.OpenAsync("/profile/parents");
        Assert.Contains("1 of 2 times", profile.Text, StringComparison.Ordinal);
    }
}
