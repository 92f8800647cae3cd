using System.Net;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.OwnAccounts;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>What is refused on the linking page, and how, over HTTP (rules P4, P9).</summary>
public abstract class LinkingRefusalConformance(ILetterHost host) : LinkingConformance(host)
{
    [Fact]
    [Trait("Rule", "P4")]
    [Trait("Rule", "O1")]
    public async Task Unknown_used_up_withdrawn_frozen_another_schools_and_a_wrong_date_are_one_answer()
    {
        var (sanne, withdrawn) = await NewLetterAsync(birthDate: BirthDate);
        using (var student = await School.SignedInAsync(sanne))
        {
            await student.SubmitAsync(await student.OpenAsync("/profile/parents/letter/withdraw"), "/withdraw");
        }

        var (_, usedUp) = await NewLetterAsync("Daan");
        foreach (var name in new[] { "Eva", "Kees" })
        {
            using var other = await RegisteredAsync(usedUp, name);
        }

        var (_, frozen) = await NewLetterAsync("Tom", BirthDate);
        using (var guesser = NewParent())
        {
            for (var day = 1; day <= 5; day++)
            {
                await guesser.SubmitAsync(await guesser.FollowLetterAsync(frozen), "/a/link", ("displayName", "Gus"), ("birthDate", $"2012-01-0{day}"));
            }
        }

        var (_, wrongDate) = await NewLetterAsync("Fleur", BirthDate);
        var another = await Host.OtherSchoolAsync();
        var elsewhere = await another.MakeLetterAsync(await another.AddStudentAsync());
        var answers = new List<(HttpStatusCode, string)>();
        using var jan = NewParent();
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
        var (_, code) = await NewLetterAsync();
        var mistyped = code[..^1] + (code[^1] == '0' ? '1' : '0');
        using var jan = NewParent();

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

    [Theory]
    [Trait("Rule", "P9")]
    [InlineData("", "Type the code from the letter.")]
    [InlineData("UUUU", "A code has only letters and digits")]
    [InlineData("1234", "A part of the code is missing")]
    [InlineData("1234-1234-1234-1234-1", "This is too long")]
    public async Task What_is_no_code_is_told_with_what_to_do(string typed, string sentence)
    {
        using var jan = NewParent();

        var page = await jan.FollowLetterAsync(typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_parent_must_have_a_name()
    {
        var (sanne, code) = await NewLetterAsync();
        using var jan = NewParent();

        var page = await jan.RegisterByLetterAsync(code, "  ");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Type your name.", page.Text, StringComparison.Ordinal);
        Assert.Contains("0 of 2 times", (await ProfileAsync(sanne)).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task An_account_with_ten_failures_waits_and_another_is_not_held_up()
    {
        var (_, code) = await NewLetterAsync();
        using var guesser = NewParent();
        var form = await FailAsync(guesser, RedeemThrottle.FreeForAccount);

        var held = await guesser.SubmitAsync(form, "/a/link", ("code", code));
        using var jan = NewParent();

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
        var (_, code) = await NewLetterAsync(birthDate: BirthDate);
        for (var i = 0; i < RedeemThrottle.FreeForNetwork / 5; i++)
        {
            using var guesser = NewParent();
            await FailAsync(guesser, 5);
        }

        // What was counted is in the database, and holds where the school is loaded anew.
        await School.RestartAsync();
        using var jan = NewParent();
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
    [Trait("Rule", "P4")]
    public async Task An_account_at_the_school_made_with_a_code_that_no_letter_has_links_nobody()
    {
        await NewLetterAsync();
        await School.AllowOwnAccountsAsync(true);
        using var guesser = School.NewVisitor();

        var register = await guesser.SubmitAsync(await guesser.OpenAsync("/a"), "/a/sign-in/own", ("code", Guessing.UnknownCode()), ("account", "new"));
        var form = await guesser.SubmitAsync(register, "/sign-in/own/register", ("name", "Gus"), ("email", $"{Unique("gus")}@thuis.example"), ("password", OwnAccountVisits.Password));
        var refused = await guesser.SubmitAsync(form, "/a/link");
        var after = await guesser.OpenAsync("/parents");
        await School.AllowOwnAccountsAsync(false);

        Assert.Contains(Refusal, refused.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", after.Path);
    }
}
