using System.Globalization;
using System.Net;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.OwnAccounts;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>The way from a letter to the linked child in an Orchard site, over HTTP; the same on every database.</summary>
public abstract class SharedLinkingTests(RunningHost host)
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
        var school = await LetterSchools.SetUpAsync(host);
        var (sanne, code) = await school.NewLetterAsync();
        using var jan = school.NewParent();

        var choice = await jan.OpenAsync("/a");
        var form = await jan.FollowLetterAsync(code.ToLowerInvariant().Replace('-', ' '));
        var settings = await jan.SubmitAsync(form, "/a/link", ("displayName", "Jan de Vries"));

        Assert.Equal(["I have no account here yet", "I have an account here already"], choice.Document.QuerySelectorAll("legend").Select(legend => legend.TextContent));
        Assert.Equal(("/a/link", code), (form.Path, CodeIn(form)));
        Assert.Null(form.Document.QuerySelector("input[name=birthDate]"));
        Assert.DoesNotContain(sanne.Name, form.Html, StringComparison.Ordinal);
        Assert.Equal("/parents/settings", settings.Path);
        Assert.Contains("Your child is linked", settings.Text, StringComparison.Ordinal);
        Assert.Contains(sanne.Name, settings.Text, StringComparison.Ordinal);
        Assert.Contains("Sanne", (await jan.OpenAsync($"/parents/students/{sanne.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "L3")]
    [Trait("Rule", "P6")]
    public async Task Both_parents_register_with_one_letter_and_a_third_does_not()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (_, code) = await school.NewLetterAsync();
        using var jan = school.NewParent();
        using var eva = school.NewParent();
        using var kees = school.NewParent();

        var first = await jan.RegisterByLetterAsync(code, "Jan Onbekend");
        var second = await eva.RegisterByLetterAsync(code, "Eva");
        var third = await kees.RegisterByLetterAsync(code, "Kees");

        Assert.Equal(("/parents/settings", "/parents/settings"), (first.Path, second.Path));
        Assert.DoesNotContain("Jan Onbekend", second.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, third.Status);
        Assert.Contains(Refusal, third.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await kees.OpenAsync("/parents")).Path);
    }

    [Fact]
    [Trait("Rule", "L4")]
    [Trait("Rule", "L6")]
    [Trait("Rule", "P3")]
    public async Task Who_has_an_account_signs_in_and_only_links_or_switches_first()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (sanne, code) = await school.NewLetterAsync();
        var (daan, other) = await school.NewLetterAsync("Daan");
        var account = Persona.Gmail($"{SiteSchool.Unique("jan")}@gmail.com");
        using (var first = school.NewVisitor())
        {
            first.Becomes(account);
            await first.RegisterByLetterAsync(code);
        }

        using var jan = school.NewParent("verkeerd");
        var wrong = await jan.FollowLetterAsync(other, hasAccount: true);
        jan.Becomes(account);
        var form = await jan.SubmitAsync(wrong, "/a/sign-in/google");
        var settings = await jan.SubmitAsync(form, "/a/link");

        Assert.Contains("There is no account here for this Google account yet", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("select_account", jan.LastAuthorization.GetValueOrDefault("prompt"));
        Assert.Null(form.Document.QuerySelector("input[name=displayName]"));
        Assert.Equal("/parents/settings", settings.Path);
        Assert.All([sanne.Name, daan.Name], name => Assert.Contains(name, settings.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "L2")]
    [Trait("Rule", "L6")]
    public async Task A_parent_links_the_next_child_from_the_settings_with_its_own_code()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (sanne, code) = await school.NewLetterAsync();
        var (daan, other) = await school.NewLetterAsync("Daan");
        using var jan = school.NewParent();
        var name = SiteSchool.Unique("Jan ");
        var settings = await jan.RegisterByLetterAsync(code, name);

        var form = await jan.OpenAsync(settings.LinkTo("/a"));
        var linked = await jan.SubmitAsync(form, "/a", ("code", other));

        Assert.Equal("", CodeIn(form));
        Assert.Contains($"You are signed in as {name}.", form.Text, StringComparison.Ordinal);
        Assert.Equal("/parents/settings", linked.Path);
        Assert.All([sanne.Name, daan.Name], child => Assert.Contains(child, linked.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "L7")]
    public async Task The_date_of_birth_is_asked_for_where_the_school_has_it_and_must_match()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (sanne, code) = await school.NewLetterAsync(birthDate: BirthDate);
        using var jan = school.NewParent();

        var asked = await jan.RegisterByLetterAsync(code);
        var noDate = await jan.SubmitAsync(asked, "/a/link", ("birthDate", "in May"));
        var wrong = await jan.SubmitAsync(noDate, "/a/link", ("birthDate", "2012-05-18"));
        var right = await jan.SubmitAsync(wrong, "/a/link", ("birthDate", "17-5-2012"));

        Assert.Equal((HttpStatusCode.OK, "date"), (asked.Status, asked.Document.QuerySelector("input[name=birthDate]")!.GetAttribute("type")));
        Assert.Contains("This is not a date.", noDate.Text, StringComparison.Ordinal);
        Assert.Contains(Refusal, wrong.Text, StringComparison.Ordinal);
        Assert.All([asked, noDate, wrong], page => Assert.DoesNotContain(sanne.Name, page.Html, StringComparison.Ordinal));
        Assert.Equal("/parents/settings", right.Path);
    }

    [Fact]
    [Trait("Rule", "P4")]
    [Trait("Rule", "O1")]
    public async Task Unknown_used_up_withdrawn_frozen_another_schools_and_a_wrong_date_are_one_answer()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (student, withdrawn) = await school.NewLetterAsync(birthDate: BirthDate);
        using (var visitor = await school.SignedInAsync(student))
        {
            await visitor.SubmitAsync(await visitor.OpenAsync("/profile/parents/letter/withdraw"), "/withdraw");
        }

        var (_, usedUp) = await school.NewLetterAsync("Daan");
        Assert.Equal(2, (await Task.WhenAll(school.RedeemAsync("Eva", usedUp), school.RedeemAsync("Kees", usedUp))).Distinct().Count());
        var (_, frozen) = await school.NewLetterAsync("Tom", BirthDate);
        using (var guesser = school.NewParent())
        {
            var form = await guesser.FollowLetterAsync(frozen);
            for (var day = 1; day <= 5; day++)
            {
                await guesser.SubmitAsync(form, "/a/link", ("displayName", "Gus"), ("birthDate", $"2012-01-0{day}"));
            }
        }

        var (_, wrongDate) = await school.NewLetterAsync("Fleur", BirthDate);
        var (_, elsewhere) = await new SiteSchool(host, "South", "/south").NewLetterAsync();
        var answers = new List<(HttpStatusCode, string)>();
        using var jan = school.NewParent();
        foreach (var code in new[] { withdrawn, usedUp, frozen, elsewhere, wrongDate, Guessing.UnknownCode() })
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
        var school = await LetterSchools.SetUpAsync(host);
        var (_, code) = await school.NewLetterAsync();
        var mistyped = code[..^1] + (code[^1] == '0' ? '1' : '0');
        using var jan = school.NewParent();

        var before = await jan.FollowLetterAsync(mistyped);
        var form = await jan.FollowLetterAsync(code);
        for (var i = 0; i < RedeemThrottle.FreeForAccount + 2; i++)
        {
            form = await jan.SubmitAsync(form, "/a/link", ("code", mistyped), ("displayName", "Jan"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, form.Status);
        }

        Assert.Equal(("/a/sign-in/google", HttpStatusCode.UnprocessableEntity), (before.Path, before.Status));
        Assert.All([before, form], page => Assert.Contains("There is a typing error in this code.", page.Text, StringComparison.Ordinal));
        Assert.Equal(mistyped, CodeIn(before));
        Assert.Equal("/parents/settings", (await jan.SubmitAsync(form, "/a/link", ("code", code))).Path);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task An_account_with_ten_failures_waits_and_another_is_not_held_up()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (_, code) = await school.NewLetterAsync();
        using var guesser = school.NewParent();
        var form = await FailAsync(guesser, RedeemThrottle.FreeForAccount);

        var held = await guesser.SubmitAsync(form, "/a/link", ("code", code));
        using var jan = school.NewParent();

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
        var school = await LetterSchools.SetUpAsync(host);
        var (_, code) = await school.NewLetterAsync();
        for (var i = 0; i < RedeemThrottle.FreeForNetwork / 5; i++)
        {
            using var guesser = school.NewParent();
            await FailAsync(guesser, 5);
        }

        // What was counted is in the database, and holds where the tenant is loaded anew.
        await school.RestartAsync();
        using var jan = school.NewParent();
        var held = await jan.RegisterByLetterAsync(code);
        var again = await jan.SubmitAsync(held, "/a/link");
        var (_, proof) = LetterSchool.Solve(ChallengeOf(again));
        var linked = await jan.SubmitAsync(again, "/a/link", ("proof", proof!));

        Assert.All([held, again], page => Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(30)), (page.Status, page.RetryAfter)));
        Assert.Contains("Wait 30 seconds", held.Text, StringComparison.Ordinal);
        Assert.Equal("/parents/settings", linked.Path);
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task Opening_a_link_changes_nothing_even_with_the_code_in_the_query()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (sanne, code) = await school.NewLetterAsync();
        using var jan = school.NewParent();
        await jan.FollowLetterAsync(code);
        using var eva = school.NewParent();
        await eva.RegisterByLetterAsync((await school.NewLetterAsync("Noor")).Code);

        foreach (var parent in new[] { jan, eva })
        {
            foreach (var path in new[] { "/a", "/a/link", "/a/sign-in/google" })
            {
                await parent.OpenAsync($"{path}?code={code}&displayName=Jan");
            }
        }

        using var student = await school.SignedInAsync(sanne);
        var profile = await student.OpenAsync("/profile/parents");
        Assert.Contains("Nobody has access yet", profile.Text, StringComparison.Ordinal);
        Assert.Contains("0 of 2 times", profile.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task The_code_is_in_no_address_and_in_no_log()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (_, code) = await school.NewLetterAsync(birthDate: new DateOnly(2011, 2, 28));
        using var jan = school.NewParent();

        var asked = await jan.RegisterByLetterAsync(code, "Wolfeschlegelsteinhausen");
        await jan.SubmitAsync(asked, "/a/link", ("birthDate", "2011-02-27"));
        await jan.SubmitAsync(asked, "/a/link", ("birthDate", "2011-02-28"));

        Assert.Contains(host.Log.Lines, line => line.Text.Contains("/a/link", StringComparison.Ordinal));
        Assert.All([code, code.Replace("-", "", StringComparison.Ordinal), "Wolfeschlegelsteinhausen", "2011-02-28"], secret =>
        {
            Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains(secret, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(jan.LastAuthorization.Values, value => value.Contains(secret, StringComparison.Ordinal));
        });
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_second_click_says_that_the_child_is_linked_already_and_uses_no_seat()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (sanne, code) = await school.NewLetterAsync();
        using var jan = school.NewParent();
        await jan.RegisterByLetterAsync(code);

        var again = await jan.SubmitAsync(await jan.OpenAsync("/a"), "/a", ("code", code));

        Assert.Equal("/parents/settings", again.Path);
        Assert.Contains("This child was linked with your account already", again.Text, StringComparison.Ordinal);
        using var student = await school.SignedInAsync(sanne);
        Assert.Contains("1 of 2 times", (await student.OpenAsync("/profile/parents")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task Who_waits_too_long_signs_in_again_with_the_same_code()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (_, code) = await school.NewLetterAsync();
        using var jan = school.NewParent();
        var form = await jan.FollowLetterAsync(code);
        foreach (var cookie in jan.Cookies.GetAllCookies().Where(cookie => !cookie.Name.Contains("ntiforgery", StringComparison.Ordinal)))
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
    [Trait("Rule", "P7")]
    public async Task A_parent_who_presses_the_button_many_times_uses_one_seat()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (sanne, code) = await school.NewLetterAsync();
        using var jan = school.NewParent();
        var form = await jan.FollowLetterAsync(code);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => jan.SubmitAsync(form, "/a/link", ("displayName", "Jan"))));

        Assert.Contains(answers, answer => answer.Path == "/parents/settings");
        using var student = await school.SignedInAsync(sanne);
        Assert.Contains("1 of 2 times", (await student.OpenAsync("/profile/parents")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "L4")]
    [Trait("Rule", "L5")]
    [Trait("Rule", "L6")]
    public async Task With_an_account_at_the_school_it_goes_as_with_any_other()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var ((sanne, code), (daan, other)) = (await school.NewLetterAsync(), await school.NewLetterAsync("Daan"));
        using var administrator = await school.NewAdministratorAsync();
        await administrator.SaveSettingsAsync(("ISite.ParentAccessSettings.AllowsOwnAccounts", "true"));
        var address = $"{SiteSchool.Unique("jan")}@thuis.example";
        using var jan = school.NewVisitor();
        using var elsewhere = school.NewVisitor();

        var typo = await jan.SubmitAsync(await jan.OpenAsync("/a"), "/a/sign-in/own", ("code", code[..^1]), ("account", "new"));
        var register = await jan.SubmitAsync(typo, "/a/sign-in/own", ("code", code), ("account", "new"));
        var form = await jan.SubmitAsync(register, "/sign-in/own/register", ("name", "Jan de Vries"), ("email", address), ("password", OwnAccountVisits.Password));
        var registered = await jan.SubmitAsync(form, "/a/link");
        var signIn = await elsewhere.SubmitAsync(await elsewhere.OpenAsync("/a"), "/a/sign-in/own", ("code", other), ("account", "existing"));
        var only = await elsewhere.SubmitAsync(signIn, "/sign-in/own", ("email", address), ("password", OwnAccountVisits.Password));
        var linked = await elsewhere.SubmitAsync(only, "/a/link");
        await administrator.SaveSettingsAsync(("ISite.ParentAccessSettings.AllowsOwnAccounts", "false"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, typo.Status);
        Assert.Equal(("/a/link", "Jan de Vries"), (form.Path, form.Document.QuerySelector("input[name=displayName]")!.GetAttribute("value")));
        Assert.Equal("/parents/settings", registered.Path);
        Assert.Null(only.Document.QuerySelector("input[name=displayName]"));
        Assert.Equal("/parents/settings", linked.Path);
        Assert.All([sanne.Name, daan.Name], name => Assert.Contains(name, linked.Text, StringComparison.Ordinal));
        // The session is that of the own account: it ends when the school no longer allows them.
        Assert.Equal("/sign-in", (await elsewhere.OpenAsync("/parents")).Path);
    }

    [Theory]
    [Trait("Rule", "L8")]
    [InlineData("notifyByEmail", "notifyByPush")]
    [InlineData("notifyByPush", "notifyByEmail")]
    public async Task Notifications_are_chosen_on_the_page_where_linking_ends(string wanted, string unwanted)
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (_, code) = await school.NewLetterAsync();
        using var jan = school.NewParent();
        var settings = await jan.RegisterByLetterAsync(code);

        var saved = await jan.PostAsync(settings, "/parents/settings", ("language", "en"), (wanted, "true"));
        var later = await jan.OpenAsync("/parents/settings");

        Assert.All([saved, later], page => Assert.Equal(
            (true, false),
            (page.Document.QuerySelector($"[name={wanted}]")!.HasAttribute("checked"), page.Document.QuerySelector($"[name={unwanted}]")!.HasAttribute("checked"))));
    }

    private static string CodeIn(VisitedPage page) => page.Document.QuerySelector("input[name=code]")!.GetAttribute("value") ?? "";

    private static async Task<VisitedPage> FailAsync(SiteVisitor guesser, int times)
    {
        var form = await guesser.FollowLetterAsync(Guessing.UnknownCode());
        for (var i = 0; i < times; i++)
        {
            form = await guesser.SubmitAsync(form, "/a/link", ("displayName", "Gus"));
            Assert.Contains(Refusal, form.Text, StringComparison.Ordinal);
        }

        return form;
    }

    private static Challenge ChallengeOf(VisitedPage page)
    {
        var field = page.Document.QuerySelector("input[name=proof]")!;
        return new Challenge(field.GetAttribute("data-klik-work")!, int.Parse(field.GetAttribute("data-klik-work-bits")!, CultureInfo.InvariantCulture));
    }
}
