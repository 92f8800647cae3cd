using System.Net;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Tests.OwnAccounts;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>The way from a letter to the linked child, over HTTP.</summary>
public sealed class LinkingPageTests(RunningPortal portal)
{
    private const string Refusal = "With this it does not work";

    private static readonly DateOnly BirthDate = new(2012, 5, 17);

    [Fact]
    [Trait("Rule", "L2")]
    [Trait("Rule", "L3")]
    [Trait("Rule", "L4")]
    [Trait("Rule", "L5")]
    public async Task Who_has_no_account_registers_and_is_linked_and_signed_in_at_once()
    {
        var (school, sanne, code) = await SchoolWithLetterAsync();
        using var jan = Parent(school, "jan@gmail.com");

        var choice = await jan.OpenAsync("/a");
        var form = await jan.FollowLetterAsync(code.ToLowerInvariant().Replace('-', ' '));
        var settings = await jan.SubmitAsync(form, "/a/link", ("displayName", "Jan de Vries"));

        Assert.Equal(["I have no account here yet", "I have an account here already"], choice.Document.QuerySelectorAll("legend").Select(legend => legend.TextContent));
        Assert.Equal(("/a/link", code), (form.Path, form.Document.QuerySelector("input[name=code]")!.GetAttribute("value")));
        Assert.Null(form.Document.QuerySelector("input[name=birthDate]"));
        Assert.DoesNotContain("Sanne", form.Html, StringComparison.Ordinal);
        Assert.Equal("/parents/settings", settings.Path);
        Assert.Contains("Your child is linked", settings.Text, StringComparison.Ordinal);
        Assert.Contains("Sanne de Vries", settings.Text, StringComparison.Ordinal);
        Assert.Contains("Sanne", (await jan.OpenAsync($"/parents/students/{sanne.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "L3")]
    [Trait("Rule", "P6")]
    public async Task Both_parents_register_with_one_letter_and_a_third_does_not()
    {
        var (school, _, code) = await SchoolWithLetterAsync();
        using var jan = Parent(school, "jan@gmail.com");
        using var eva = Parent(school, "eva@gmail.com");
        using var kees = Parent(school, "kees@gmail.com");

        var first = await jan.RegisterByLetterAsync(code, "Jan");
        var second = await eva.RegisterByLetterAsync(code, "Eva");
        var third = await kees.RegisterByLetterAsync(code, "Kees");

        Assert.Equal(("/parents/settings", "/parents/settings"), (first.Path, second.Path));
        Assert.DoesNotContain("Jan", second.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, third.Status);
        Assert.Contains(Refusal, third.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await kees.OpenAsync("/parents")).Path);
    }

    [Fact]
    [Trait("Rule", "L4")]
    [Trait("Rule", "L6")]
    public async Task Who_has_an_account_signs_in_and_only_links()
    {
        var (school, _, code) = await SchoolWithLetterAsync();
        var daan = await school.AddStudentAsync("Daan");
        using (var first = Parent(school, "jan@gmail.com"))
        {
            await first.RegisterByLetterAsync(code);
        }

        using var jan = Parent(school, "jan@gmail.com");
        var form = await jan.FollowLetterAsync(await school.MakeLetterAsync(daan), hasAccount: true);
        var settings = await jan.SubmitAsync(form, "/a/link");

        Assert.Null(form.Document.QuerySelector("input[name=displayName]"));
        Assert.Equal("/parents/settings", settings.Path);
        Assert.All(["Sanne de Vries", "Daan de Vries"], name => Assert.Contains(name, settings.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "L4")]
    [Trait("Rule", "P3")]
    public async Task Who_says_to_have_an_account_and_has_none_can_switch_or_register()
    {
        var (school, _, code) = await SchoolWithLetterAsync();
        using var jan = Parent(school, "verkeerd@gmail.com");
        var wrong = await jan.FollowLetterAsync(code, hasAccount: true);
        jan.Plan = Persona.Gmail("goed@gmail.com");

        var right = await jan.SubmitAsync(wrong, "/a/sign-in/google");

        Assert.Contains("There is no account here for this Google account yet", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("verkeerd@gmail.com", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("select_account", jan.LastAuthorization.GetValueOrDefault("prompt"));
        Assert.Contains("goed@gmail.com", right.Text, StringComparison.Ordinal);
        Assert.Equal("/parents/settings", (await jan.SubmitAsync(right, "/a/link", ("displayName", "Jan"))).Path);
    }

    [Fact]
    [Trait("Rule", "L2")]
    [Trait("Rule", "L6")]
    public async Task A_parent_links_the_next_child_from_the_settings_with_its_own_code()
    {
        var (school, _, code) = await SchoolWithLetterAsync();
        using var jan = Parent(school, "jan@gmail.com");
        var settings = await jan.RegisterByLetterAsync(code);
        var daan = await school.MakeLetterAsync(await school.AddStudentAsync("Daan"));

        var form = await jan.OpenAsync(settings.LinkTo("/a"));
        var linked = await jan.SubmitAsync(form, "/a", ("code", daan));

        Assert.Equal("", form.Document.QuerySelector("input[name=code]")!.GetAttribute("value") ?? "");
        Assert.Contains("You are signed in as Jan de Vries.", form.Text, StringComparison.Ordinal);
        Assert.Equal("/parents/settings", linked.Path);
        Assert.All(["Sanne de Vries", "Daan de Vries"], name => Assert.Contains(name, linked.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "L7")]
    public async Task The_date_of_birth_is_asked_for_where_the_school_has_it_and_must_match()
    {
        var (school, _, code) = await SchoolWithLetterAsync(BirthDate);
        using var jan = Parent(school, "jan@gmail.com");

        var asked = await jan.RegisterByLetterAsync(code);
        var empty = await jan.SubmitAsync(asked, "/a/link");
        var noDate = await jan.SubmitAsync(empty, "/a/link", ("birthDate", "in May"));
        var wrong = await jan.SubmitAsync(noDate, "/a/link", ("birthDate", "2012-05-18"));
        var right = await jan.SubmitAsync(wrong, "/a/link", ("birthDate", "17-5-2012"));

        Assert.Equal((HttpStatusCode.OK, "date"), (asked.Status, asked.Document.QuerySelector("input[name=birthDate]")!.GetAttribute("type")));
        Assert.Equal("Jan de Vries", asked.Document.QuerySelector("input[name=displayName]")!.GetAttribute("value"));
        Assert.Contains("Fill in your child's date of birth.", empty.Text, StringComparison.Ordinal);
        Assert.Contains("This is not a date.", noDate.Text, StringComparison.Ordinal);
        Assert.Contains(Refusal, wrong.Text, StringComparison.Ordinal);
        Assert.All([asked, empty, noDate, wrong], page => Assert.DoesNotContain("Sanne", page.Html, StringComparison.Ordinal));
        Assert.Equal("/parents/settings", right.Path);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task Unknown_used_up_withdrawn_frozen_and_a_wrong_date_are_one_answer()
    {
        var (school, sanne, withdrawn) = await SchoolWithLetterAsync(BirthDate);
        using (var student = await InvitationPathTests.SignedInStudentAsync(school, sanne))
        {
            await student.SubmitAsync(await student.OpenAsync("/profile/parents/letter/withdraw"), "/withdraw");
        }

        var usedUp = await school.MakeLetterAsync(await school.AddStudentAsync("Daan"));
        foreach (var name in new[] { "eva", "kees" })
        {
            using var other = Parent(school, $"{name}@gmail.com");
            await other.RegisterByLetterAsync(usedUp, name);
        }

        var frozen = await school.MakeLetterAsync(await school.AddStudentAsync("Tom", birthDate: BirthDate));
        using (var guesser = Parent(school, "guesser@gmail.com"))
        {
            for (var day = 1; day <= 5; day++)
            {
                await guesser.SubmitAsync(await guesser.FollowLetterAsync(frozen), "/a/link", ("displayName", "Gus"), ("birthDate", $"2012-01-0{day}"));
            }
        }

        var wrongDate = await school.MakeLetterAsync(await school.AddStudentAsync("Fleur", birthDate: BirthDate));
        var (_, _, elsewhere) = await SchoolWithLetterAsync();
        var answers = new List<(HttpStatusCode, string)>();
        using var jan = Parent(school, "jan@gmail.com");
        foreach (var code in new[] { withdrawn, usedUp, frozen, elsewhere, wrongDate })
        {
            var date = code == wrongDate ? "2001-01-01" : "2012-05-17";
            var answer = await jan.SubmitAsync(await jan.FollowLetterAsync(code), "/a/link", ("displayName", "Jan"), ("birthDate", date));
            answers.Add((answer.Status, answer.Text));
        }

        var only = Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, only.Item1);
        Assert.Contains(Refusal, only.Item2, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task A_typo_is_told_apart_before_and_after_signing_in_and_costs_nothing()
    {
        var (school, _, code) = await SchoolWithLetterAsync();
        var mistyped = code[..^1] + (code[^1] == '0' ? '1' : '0');
        using var jan = Parent(school, "jan@gmail.com");

        var before = await jan.FollowLetterAsync(mistyped);
        var form = await jan.FollowLetterAsync(code);
        for (var i = 0; i < RedeemThrottle.FreeForAccount + 2; i++)
        {
            form = await jan.SubmitAsync(form, "/a/link", ("code", mistyped), ("displayName", "Jan"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, form.Status);
        }

        Assert.Equal(("/a/sign-in/google", HttpStatusCode.UnprocessableEntity), (before.Path, before.Status));
        Assert.All([before, form], page => Assert.Contains("There is a typing error in this code.", page.Text, StringComparison.Ordinal));
        Assert.Equal(mistyped, before.Document.QuerySelector("input[name=code]")!.GetAttribute("value"));
        Assert.Equal("/parents/settings", (await jan.SubmitAsync(form, "/a/link", ("code", code))).Path);
    }

    [Theory]
    [Trait("Rule", "P9")]
    [InlineData("", "Type the code from the letter.")]
    [InlineData("UUUU", "A code has only letters and digits")]
    [InlineData("1234", "A part of the code is missing")]
    [InlineData("1234-1234-1234-1234-1", "This is too long")]
    public async Task What_is_no_code_is_told_with_what_to_do(string typed, string sentence)
    {
        var school = await portal.NewSchoolAsync();
        using var jan = Parent(school, "jan@gmail.com");

        var page = await jan.FollowLetterAsync(typed);

        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_parent_must_have_a_name()
    {
        var (school, _, code) = await SchoolWithLetterAsync();
        using var jan = Parent(school, "jan@gmail.com");

        var page = await jan.RegisterByLetterAsync(code, "  ");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Type your name.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task An_account_with_ten_failures_waits_and_another_is_not_held_up()
    {
        var (school, _, code) = await SchoolWithLetterAsync();
        var (_, _, unknown) = await SchoolWithLetterAsync();
        using var guesser = Parent(school, "guesser@gmail.com");
        var form = await FailAsync(guesser, unknown, RedeemThrottle.FreeForAccount);

        var held = await guesser.SubmitAsync(form, "/a/link", ("code", code));
        using var jan = Parent(school, "jan@gmail.com");

        Assert.Equal(HttpStatusCode.TooManyRequests, held.Status);
        Assert.InRange(held.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        Assert.Contains("There were too many attempts with this account", held.Text, StringComparison.Ordinal);
        Assert.Null(held.Document.QuerySelector("input[name=challenge]"));
        Assert.Equal("/parents/settings", (await jan.RegisterByLetterAsync(code)).Path);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task From_a_network_with_thirty_failures_a_family_gets_in_with_work_by_the_browser()
    {
        var (school, _, code) = await SchoolWithLetterAsync(BirthDate);
        var (_, _, unknown) = await SchoolWithLetterAsync();
        for (var i = 0; i < RedeemThrottle.FreeForNetwork / 5; i++)
        {
            using var guesser = Parent(school, $"guesser{i}@gmail.com");
            await FailAsync(guesser, unknown, 5);
        }

        using var jan = Parent(school, "jan@gmail.com");
        var held = await jan.RegisterByLetterAsync(code);
        var again = await jan.SubmitAsync(held, "/a/link");
        var (token, proof) = LetterSchool.Solve(again.Challenge()!);
        var asked = await jan.SubmitAsync(again, "/a/link", ("proof", proof!));
        var linked = await jan.SubmitAsync(asked, "/a/link", ("birthDate", "2012-05-17"));

        Assert.All([held, again], page => Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(30)), (page.Status, page.RetryAfter)));
        Assert.Contains("Wait 30 seconds", held.Text, StringComparison.Ordinal);
        Assert.Equal("Jan de Vries", held.Document.QuerySelector("input[name=displayName]")!.GetAttribute("value"));
        // The question for the date costs no attempt: the answer is still good, and goes along.
        Assert.Equal(token, asked.Document.QuerySelector("input[name=challenge]")!.GetAttribute("value"));
        Assert.NotNull(asked.Document.QuerySelector("input[name=birthDate]"));
        Assert.Equal("/parents/settings", linked.Path);
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task Opening_a_link_changes_nothing_even_with_the_code_in_the_query()
    {
        var (school, sanne, code) = await SchoolWithLetterAsync();
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
        var (school, _, code) = await SchoolWithLetterAsync(BirthDate);
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
        var (school, sanne, code) = await SchoolWithLetterAsync();
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
        var (school, _, code) = await SchoolWithLetterAsync();
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
        var (school, _, code) = await SchoolWithLetterAsync();
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
        var (school, sanne, code) = await SchoolWithLetterAsync();
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
        var (school, sanne, code) = await SchoolWithLetterAsync();
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
        var (school, sanne, code) = await SchoolWithLetterAsync();
        using var jan = Parent(school, "jan@gmail.com");
        var form = await jan.FollowLetterAsync(code);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => jan.SubmitAsync(form, "/a/link", ("displayName", "Jan"))));

        Assert.Contains(answers, answer => answer.Path == "/parents/settings");
        using var student = await InvitationPathTests.SignedInStudentAsync(school, sanne);
        var profile = await student.OpenAsync("/profile/parents");
        Assert.Contains("1 of 2 times", profile.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I4")]
    [Trait("Rule", "L6")]
    public async Task Whose_session_outlived_the_access_signs_in_anew_before_linking()
    {
        var (school, sanne, code) = await SchoolWithLetterAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync("Daan"));
        using var jan = await InvitationPathTests.InvitedParentAsync(student, "jan@gmail.com");
        var form = await jan.OpenAsync("/a");
        await InvitationPathTests.WithdrawAsync(student);

        var after = await jan.SubmitAsync(form, "/a", ("code", code));
        var linked = await jan.SubmitAsync(await jan.SubmitAsync(after, "/a/sign-in/google"), "/a/link");

        Assert.Contains("You are not signed in any more", after.Text, StringComparison.Ordinal);
        Assert.Equal("/parents/settings", linked.Path);
        Assert.Contains(sanne.Name, linked.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "L4")]
    [Trait("Rule", "L5")]
    [Trait("Rule", "L6")]
    public async Task With_an_account_at_the_school_it_goes_as_with_any_other()
    {
        var school = await portal.NewOpenSchoolAsync();
        var code = await school.MakeLetterAsync(await school.AddStudentAsync());
        var other = await school.MakeLetterAsync(await school.AddStudentAsync("Daan"));
        using var jan = school.NewVisitor();
        using var elsewhere = school.NewVisitor();

        var typo = await jan.SubmitAsync(await jan.OpenAsync("/a"), "/a/sign-in/own", ("code", code[..^1]), ("account", "new"));
        var register = await jan.SubmitAsync(typo, "/a/sign-in/own", ("code", code), ("account", "new"));
        var form = await jan.SubmitAsync(register, "/sign-in/own/register", ("name", "Jan de Vries"), ("email", "jan@thuis.example"), ("password", OwnAccountVisits.Password));
        var registered = await jan.SubmitAsync(form, "/a/link");
        var signIn = await elsewhere.SubmitAsync(await elsewhere.OpenAsync("/a"), "/a/sign-in/own", ("code", other), ("account", "existing"));
        var only = await elsewhere.SubmitAsync(signIn, "/sign-in/own", ("email", "jan@thuis.example"), ("password", OwnAccountVisits.Password));
        var linked = await elsewhere.SubmitAsync(only, "/a/link");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, typo.Status);
        Assert.Equal(("/a/link", "Jan de Vries"), (form.Path, form.Document.QuerySelector("input[name=displayName]")!.GetAttribute("value")));
        Assert.Equal("/parents/settings", registered.Path);
        Assert.Null(only.Document.QuerySelector("input[name=displayName]"));
        Assert.Equal("/parents/settings", linked.Path);
        Assert.All(["Sanne de Vries", "Daan de Vries"], name => Assert.Contains(name, linked.Text, StringComparison.Ordinal));
        // The session is that of the own account: it ends when the school no longer allows them.
        await school.AllowOwnAccountsAsync("false");
        Assert.Equal("/sign-in", (await elsewhere.OpenAsync("/parents")).Path);
        Assert.Contains("I have no account here yet", (await elsewhere.OpenAsync("/a")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task An_account_at_the_school_made_with_a_code_that_no_letter_has_links_nobody()
    {
        var school = await portal.NewOpenSchoolAsync();
        await school.MakeLetterAsync(await school.AddStudentAsync());
        using var guesser = school.NewVisitor();

        var register = await guesser.SubmitAsync(await guesser.OpenAsync("/a"), "/a/sign-in/own", ("code", Guessing.UnknownCode()), ("account", "new"));
        var form = await guesser.SubmitAsync(register, "/sign-in/own/register", ("name", "Gus"), ("email", "gus@thuis.example"), ("password", OwnAccountVisits.Password));
        var refused = await guesser.SubmitAsync(form, "/a/link");

        Assert.Contains(Refusal, refused.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await guesser.OpenAsync("/parents")).Path);
    }

    private static Visitor Parent(TestSchool school, string address)
    {
        var parent = school.NewVisitor();
        parent.Plan = Persona.Gmail(address);
        return parent;
    }

    private static async Task<Visitor> ParentWithAccessAsync(TestSchool school, string address)
    {
        var parent = Parent(school, address);
        await parent.RegisterByLetterAsync(await school.MakeLetterAsync(await school.AddStudentAsync("Noor")));
        return parent;
    }

    private static async Task<VisitedPage> FailAsync(Visitor guesser, string unknown, int times)
    {
        var form = await guesser.FollowLetterAsync(unknown);
        for (var i = 0; i < times; i++)
        {
            form = await guesser.SubmitAsync(form, "/a/link", ("displayName", "Gus"));
            Assert.Contains(Refusal, form.Text, StringComparison.Ordinal);
        }

        return form;
    }

    private async Task<(TestSchool School, TestStudent Sanne, string Code)> SchoolWithLetterAsync(DateOnly? birthDate = null)
    {
        var school = await portal.NewSchoolAsync();
        var sanne = await school.AddStudentAsync(birthDate: birthDate);
        return (school, sanne, await school.MakeLetterAsync(sanne));
    }
}
