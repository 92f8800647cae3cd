using System.Net;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>What the way from a letter survives, and what it gives away, over HTTP (rules P2, P3, P7).</summary>
public abstract class LinkingSurvivalConformance(ILetterHost host) : LinkingConformance(host)
{
    [Fact]
    [Trait("Rule", "P2")]
    public async Task Opening_a_link_changes_nothing_even_with_the_code_in_the_query()
    {
        var (sanne, code) = await NewLetterAsync();
        using var jan = NewParent();
        await jan.FollowLetterAsync(code);
        using var eva = await RegisteredAsync((await NewLetterAsync("Noor")).Code);

        foreach (var parent in new[] { jan, eva })
        {
            foreach (var path in new[] { "/a", "/a/link", "/a/sign-in/google" })
            {
                await parent.OpenAsync($"{path}?code={code}&displayName=Jan");
            }
        }

        var profile = await ProfileAsync(sanne);
        Assert.Contains("Nobody has access yet", profile.Text, StringComparison.Ordinal);
        Assert.Contains("0 of 2 times", profile.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task The_code_is_in_no_address_and_in_no_log()
    {
        // A date that no other test types: the log is that of all.
        var (_, code) = await NewLetterAsync(birthDate: new DateOnly(2011, 2, 28));
        using var jan = NewParent();

        var asked = await jan.RegisterByLetterAsync(code, "Wolfeschlegelsteinhausen");
        await jan.SubmitAsync(asked, "/a/link", ("birthDate", "2011-02-27"));
        var linked = await jan.SubmitAsync(asked, "/a/link", ("birthDate", "2011-02-28"));

        Assert.Equal("/parents/settings", linked.Path);
        var log = Host.Logged.ToList();
        Assert.Contains(log, line => line.Contains("/a/link", StringComparison.Ordinal));
        Assert.All([code, code.Replace("-", "", StringComparison.Ordinal), "Wolfeschlegelsteinhausen", "2011-02-28"], secret =>
        {
            Assert.DoesNotContain(log, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(jan.LastAuthorization.Values, value => value.Contains(secret, StringComparison.Ordinal));
        });
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_second_click_says_that_the_child_is_linked_already_and_uses_no_seat()
    {
        var (sanne, code) = await NewLetterAsync();
        var address = NewAddress();
        using var jan = NewParent(address);
        await jan.RegisterByLetterAsync(code);

        var here = await jan.SubmitAsync(await jan.OpenAsync("/a"), "/a", ("code", code));
        using var elsewhere = NewParent(address);
        var there = await elsewhere.SubmitAsync(await elsewhere.FollowLetterAsync(code), "/a/link");

        Assert.All([here, there], page => Assert.Equal("/parents/settings", page.Path));
        Assert.All([here, there], page => Assert.Contains("This child was linked with your account already", page.Text, StringComparison.Ordinal));
        Assert.Contains("1 of 2 times", (await ProfileAsync(sanne)).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task Who_waits_too_long_signs_in_again_with_the_same_code()
    {
        var (_, code) = await NewLetterAsync();
        using var jan = NewParent();
        var form = await jan.FollowLetterAsync(code);
        foreach (var cookie in jan.Cookies.GetAllCookies().Where(cookie => !cookie.Name.Contains("form", StringComparison.OrdinalIgnoreCase) && !cookie.Name.Contains("ntiforgery", StringComparison.Ordinal)))
        {
            cookie.Expired = true;
        }

        var again = await jan.SubmitAsync(form, "/a/link", ("displayName", "Jan"));
        var back = await jan.SubmitAsync(again, "/a/sign-in/google");

        Assert.Contains("Signing in took too long", again.Text, StringComparison.Ordinal);
        Assert.Equal(code, CodeIn(again));
        Assert.Equal("/parents/settings", (await jan.SubmitAsync(back, "/a/link", ("displayName", "Jan"))).Path);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task Somebody_who_comes_back_from_a_provider_without_a_letter_cannot_link()
    {
        var (sanne, code) = await NewLetterAsync();
        using var jan = NewParent();
        var letter = await jan.FollowLetterAsync(code);
        await jan.SignInAsParentAsync();

        var after = await jan.SubmitAsync(letter, "/a/link", ("displayName", "Jan"));

        Assert.Contains("Signing in took too long", after.Text, StringComparison.Ordinal);
        Assert.Contains("0 of 2 times", (await ProfileAsync(sanne)).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_form_does_not_link_the_account_that_came_back_in_another_tab()
    {
        var (sanne, code) = await NewLetterAsync();
        var (_, next) = await NewLetterAsync("Daan");
        var eva = NewAddress("eva");
        using var browser = NewParent();
        var first = await browser.FollowLetterAsync(code);
        browser.Plan = Persona.Gmail(eva);
        await browser.FollowLetterAsync(next);

        var refused = await browser.SubmitAsync(first, "/a/link", ("displayName", "Jan"));
        var forged = await browser.SubmitAsync(refused, "/a/link", ("displayName", "Eva"), ("owner", "CfDJ8"));
        var before = await ProfileAsync(sanne);
        var linked = await browser.SubmitAsync(refused, "/a/link", ("displayName", "Eva"));

        Assert.All([refused, forged], page => Assert.Equal((HttpStatusCode.UnprocessableEntity, "/a/link"), (page.Status, page.Path)));
        Assert.All([refused, forged], page => Assert.Contains("You are signed in with another account now", page.Text, StringComparison.Ordinal));
        Assert.Contains(eva, refused.Text, StringComparison.Ordinal);
        Assert.Equal(code, CodeIn(refused));
        Assert.Contains("0 of 2 times", before.Text, StringComparison.Ordinal);
        Assert.Equal("/parents/settings", linked.Path);
        Assert.Contains("Eva", (await ProfileAsync(sanne)).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_form_of_who_was_signed_in_does_not_link_who_is_signed_in_now()
    {
        var (sanne, code) = await NewLetterAsync();
        var (_, next) = await NewLetterAsync("Daan");
        using var browser = NewParent();
        await browser.RegisterByLetterAsync(next);
        var first = await browser.OpenAsync("/a");
        browser.Plan = Persona.Gmail(NewAddress("eva"));
        await browser.RegisterByLetterAsync(next, "Eva");

        var refused = await browser.SubmitAsync(first, "/a", ("code", code));

        Assert.Contains("Nothing has been changed.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("0 of 2 times", (await ProfileAsync(sanne)).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_parent_who_presses_the_button_many_times_uses_one_seat()
    {
        var (sanne, code) = await NewLetterAsync();
        using var jan = NewParent();
        var form = await jan.FollowLetterAsync(code);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => jan.SubmitAsync(form, "/a/link", ("displayName", "Jan"))));

        Assert.Contains(answers, answer => answer.Path == "/parents/settings");
        Assert.Contains("1 of 2 times", (await ProfileAsync(sanne)).Text, StringComparison.Ordinal);
    }
}
