using System.Net;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.OwnAccounts;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>The way from a letter to a linked child, over HTTP (rules L2 to L8).</summary>
public abstract class LinkingPageConformance(ILetterHost host) : LinkingConformance(host)
{
    [Fact]
    [Trait("Rule", "L2")]
    [Trait("Rule", "L3")]
    [Trait("Rule", "L4")]
    [Trait("Rule", "L5")]
    public async Task Who_has_no_account_registers_and_is_linked_and_signed_in_at_once()
    {
        var (sanne, code) = await NewLetterAsync();
        using var jan = NewParent();

        var choice = await jan.OpenAsync("/a");
        var form = await jan.FollowLetterAsync(code.ToLowerInvariant().Replace('-', ' '));
        var settings = await jan.SubmitAsync(form, "/a/link", ("displayName", "Jan de Vries"));

        Assert.Equal(["I have no account here yet", "I have an account here already"], choice.Document.QuerySelectorAll("legend").Select(legend => legend.TextContent));
        Assert.Equal(("/a/link", code), (form.Path, CodeIn(form)));
        Assert.Null(form.Document.QuerySelector("input[name=birthDate]"));
        Assert.DoesNotContain("Sanne", form.Html, StringComparison.Ordinal);
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
        var (_, code) = await NewLetterAsync();
        using var jan = NewParent();
        using var eva = NewParent();
        using var kees = NewParent();

        var first = await jan.RegisterByLetterAsync(code, "Zilvermus Onbekend");
        var second = await eva.RegisterByLetterAsync(code, "Eva");
        var third = await kees.RegisterByLetterAsync(code, "Kees");

        Assert.Equal(("/parents/settings", "/parents/settings"), (first.Path, second.Path));
        Assert.All(["Zilvermus", "Onbekend"], word => Assert.DoesNotContain(word, second.Html, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, third.Status);
        Assert.Contains(Refusal, third.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await kees.OpenAsync("/parents")).Path);
    }

    [Fact]
    [Trait("Rule", "L4")]
    [Trait("Rule", "L6")]
    public async Task Who_has_an_account_signs_in_and_only_links()
    {
        var (sanne, code) = await NewLetterAsync();
        var (daan, other) = await NewLetterAsync("Daan");
        var address = NewAddress();
        using (var first = NewParent(address))
        {
            await first.RegisterByLetterAsync(code);
        }

        using var jan = NewParent(address);
        var form = await jan.FollowLetterAsync(other, hasAccount: true);
        var settings = await jan.SubmitAsync(form, "/a/link");

        Assert.Null(form.Document.QuerySelector("input[name=displayName]"));
        Assert.Equal("/parents/settings", settings.Path);
        Assert.All([sanne.Name, daan.Name], name => Assert.Contains(name, settings.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "L4")]
    [Trait("Rule", "P3")]
    public async Task Who_says_to_have_an_account_and_has_none_can_switch_or_register()
    {
        var (_, code) = await NewLetterAsync();
        var (mistaken, meant) = (NewAddress("verkeerd"), NewAddress("goed"));
        using var jan = NewParent(mistaken);
        var wrong = await jan.FollowLetterAsync(code, hasAccount: true);
        jan.Plan = Persona.Gmail(meant);

        var right = await jan.SubmitAsync(wrong, "/a/sign-in/google");

        Assert.Contains("There is no account here for this Google account yet", wrong.Text, StringComparison.Ordinal);
        Assert.Contains(mistaken, wrong.Text, StringComparison.Ordinal);
        Assert.Equal("select_account", jan.LastAuthorization.GetValueOrDefault("prompt"));
        Assert.Contains(meant, right.Text, StringComparison.Ordinal);
        Assert.Equal("/parents/settings", (await jan.SubmitAsync(right, "/a/link", ("displayName", "Jan"))).Path);
    }

    [Fact]
    [Trait("Rule", "L6")]
    [Trait("Rule", "P3")]
    public async Task Who_came_with_the_wrong_account_switches_to_the_one_that_is_there_and_only_links()
    {
        var (sanne, code) = await NewLetterAsync();
        var (daan, other) = await NewLetterAsync("Daan");
        var address = NewAddress();
        using (var first = NewParent(address))
        {
            await first.RegisterByLetterAsync(code);
        }

        using var jan = NewParent();
        var wrong = await jan.FollowLetterAsync(other, hasAccount: true);
        jan.Plan = Persona.Gmail(address);
        var form = await jan.SubmitAsync(wrong, "/a/sign-in/google");
        var settings = await jan.SubmitAsync(form, "/a/link");

        Assert.Null(form.Document.QuerySelector("input[name=displayName]"));
        Assert.Equal("/parents/settings", settings.Path);
        Assert.All([sanne.Name, daan.Name], name => Assert.Contains(name, settings.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "L2")]
    [Trait("Rule", "L6")]
    public async Task A_parent_links_the_next_child_from_the_settings_with_its_own_code()
    {
        var (sanne, code) = await NewLetterAsync();
        var (daan, other) = await NewLetterAsync("Daan");
        using var jan = NewParent();
        var name = Unique("Jan ");
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
        var (_, code) = await NewLetterAsync(birthDate: BirthDate);
        using var jan = NewParent();

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
    [Trait("Rule", "I4")]
    [Trait("Rule", "L6")]
    public async Task Whose_session_outlived_the_access_signs_in_anew_before_linking()
    {
        var (sanne, code) = await NewLetterAsync();
        var address = NewAddress();
        using var student = await School.SignedInAsync(await School.AddStudentAsync("Daan"));
        await student.InvitesAsync("Jan", address);
        using var jan = NewParent(address);
        Assert.Equal("/parents", (await jan.SignInAsParentAsync()).Path);
        var form = await jan.OpenAsync("/a");
        var question = await student.OpenAsync((await student.OpenAsync("/profile/parents")).LinkTo("/withdraw"));
        await student.SubmitAsync(question, "/withdraw");

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
        var ((sanne, code), (daan, other)) = (await NewLetterAsync(), await NewLetterAsync("Daan"));
        await School.AllowOwnAccountsAsync(true);
        var address = $"{Unique("jan")}@thuis.example";
        using var jan = School.NewVisitor();
        using var elsewhere = School.NewVisitor();

        var typo = await jan.SubmitAsync(await jan.OpenAsync("/a"), "/a/sign-in/own", ("code", code[..^1]), ("account", "new"));
        var register = await jan.SubmitAsync(typo, "/a/sign-in/own", ("code", code), ("account", "new"));
        var form = await jan.SubmitAsync(register, "/sign-in/own/register", ("name", "Jan de Vries"), ("email", address), ("password", OwnAccountVisits.Password));
        var registered = await jan.SubmitAsync(form, "/a/link");
        var signIn = await elsewhere.SubmitAsync(await elsewhere.OpenAsync("/a"), "/a/sign-in/own", ("code", other), ("account", "existing"));
        var only = await elsewhere.SubmitAsync(signIn, "/sign-in/own", ("email", address), ("password", OwnAccountVisits.Password));
        var linked = await elsewhere.SubmitAsync(only, "/a/link");
        await School.AllowOwnAccountsAsync(false);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, typo.Status);
        Assert.Equal(("/a/link", "Jan de Vries"), (form.Path, form.Document.QuerySelector("input[name=displayName]")!.GetAttribute("value")));
        Assert.Equal("/parents/settings", registered.Path);
        Assert.Null(only.Document.QuerySelector("input[name=displayName]"));
        Assert.Equal("/parents/settings", linked.Path);
        Assert.All([sanne.Name, daan.Name], name => Assert.Contains(name, linked.Text, StringComparison.Ordinal));
        // The session is that of the own account: it ends when the school no longer allows them.
        Assert.Equal("/sign-in", (await elsewhere.OpenAsync("/parents")).Path);
        Assert.Contains("I have no account here yet", (await elsewhere.OpenAsync("/a")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "L8")]
    [InlineData("notifyByEmail", "notifyByPush")]
    [InlineData("notifyByPush", "notifyByEmail")]
    public async Task Notifications_are_chosen_on_the_page_where_linking_ends(string wanted, string unwanted)
    {
        var (_, code) = await NewLetterAsync();
        using var jan = NewParent();
        var settings = await jan.RegisterByLetterAsync(code);

        var saved = await jan.PostAsync(settings, "/parents/settings", ("language", "en"), (wanted, "true"));
        var later = await jan.OpenAsync("/parents/settings");

        Assert.All([saved, later], page => Assert.Equal(
            (true, false),
            (page.Document.QuerySelector($"[name={wanted}]")!.HasAttribute("checked"), page.Document.QuerySelector($"[name={unwanted}]")!.HasAttribute("checked"))));
    }
}
