using Klik.ParentAccess.Tests.Letters;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>What a student sees of the letter made for them, and can do with it (rule P5), over HTTP.</summary>
[Trait("Rule", "P5")]
public abstract class LetterOnProfileConformance(ILetterHost host) : LinkingConformance(host)
{
    [Fact]
    public async Task A_student_without_a_letter_sees_nothing_of_letters()
    {
        var profile = await ProfileAsync(await School.AddStudentAsync());

        Assert.NotEmpty(profile.Document.QuerySelectorAll("main input[name=email]"));
        Assert.DoesNotContain("letter", profile.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_student_sees_the_letter_and_who_used_it_under_which_name()
    {
        var (sanne, code) = await NewLetterAsync();
        using var student = await School.SignedInAsync(sanne);
        var before = await student.OpenAsync("/profile/parents");
        using var jan = await RegisteredAsync(code, "Jan de Vries");

        var after = await student.OpenAsync("/profile/parents");

        Assert.All(["The letter from school", "Made on", "Works up to and including", "0 of 2 times"], text => Assert.Contains(text, before.Text, StringComparison.Ordinal));
        Assert.All(["1 of 2 times", "Used by Jan de Vries", "Through A letter from school"], text => Assert.Contains(text, after.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("@gmail.com", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I4")]
    public async Task A_freed_seat_ends_that_access_and_lets_another_in()
    {
        var (sanne, code) = await NewLetterAsync();
        using var student = await School.SignedInAsync(sanne);
        using var wrong = await RegisteredAsync(code, "Wrong");
        using var eva = await RegisteredAsync(code, "Eva");

        var question = await student.OpenAsync((await student.OpenAsync("/profile/parents")).LinkTo("/free"));
        var freed = await student.SubmitAsync(question, "/free");
        var again = await student.SubmitAsync(question, "/free");
        using var right = await RegisteredAsync(code, "Right");

        Assert.Contains("Make the place of Wrong free?", question.Text, StringComparison.Ordinal);
        Assert.Contains("The place is free again", freed.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 2 times", freed.Text, StringComparison.Ordinal);
        Assert.Contains("This place was free already", again.Text, StringComparison.Ordinal);
        Assert.Equal("/no-access", (await wrong.OpenAsync("/parents")).Path);
        Assert.Equal("/parents", (await eva.OpenAsync("/parents")).Path);
        Assert.Equal("/parents", (await right.OpenAsync("/parents")).Path);
    }

    [Fact]
    public async Task A_withdrawn_letter_lets_nobody_in_and_who_has_access_keeps_it()
    {
        var (sanne, code) = await NewLetterAsync();
        using var student = await School.SignedInAsync(sanne);
        using var jan = await RegisteredAsync(code);

        var question = await student.OpenAsync((await student.OpenAsync("/profile/parents")).LinkTo("/letter/withdraw"));
        var withdrawn = await student.SubmitAsync(question, "/letter/withdraw");
        var again = await student.SubmitAsync(question, "/letter/withdraw");
        using var eva = NewParent();
        var refused = await eva.RegisterByLetterAsync(code, "Eva");

        Assert.Contains("The letter is withdrawn", withdrawn.Text, StringComparison.Ordinal);
        Assert.Contains("Works no more: the letter was withdrawn", withdrawn.Text, StringComparison.Ordinal);
        Assert.Contains("There was no letter to withdraw any more", again.Text, StringComparison.Ordinal);
        Assert.Contains(Refusal, refused.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", (await jan.OpenAsync("/parents")).Path);
    }

    [Fact]
    [Trait("Rule", "I4")]
    public async Task Stopping_the_access_of_who_came_by_letter_stops_the_letter_too_and_says_so()
    {
        var (sanne, code) = await NewLetterAsync();
        using var student = await School.SignedInAsync(sanne);
        using var jan = await RegisteredAsync(code);

        var before = await student.OpenAsync("/profile/parents");
        var question = await student.OpenAsync(before.LinkTo("/links/"));
        var stopped = await student.SubmitAsync(question, "/withdraw");
        var back = await jan.RegisterByLetterAsync(code);

        Assert.Contains("The letter from school stops working too", question.Text, StringComparison.Ordinal);
        Assert.Contains("Works no more: the letter was withdrawn", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("Somebody who has no access any more", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("Make this place free", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Make this place free", stopped.Text, StringComparison.Ordinal);
        Assert.Contains(Refusal, back.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P6")]
    public async Task A_student_cannot_free_a_seat_or_withdraw_a_letter_of_another()
    {
        var (sanne, code) = await NewLetterAsync();
        using var student = await School.SignedInAsync(sanne);
        using var jan = await RegisteredAsync(code, "Fatma");
        var free = (await student.OpenAsync("/profile/parents")).LinkTo("/free");
        using var other = await School.SignedInAsync((await NewLetterAsync("Daan")).Student);

        var asked = await other.OpenAsync(free);
        var answer = await other.PostAsync(await other.OpenAsync("/profile/parents/letter/withdraw"), free);
        await other.SubmitAsync(await other.OpenAsync("/profile/parents/letter/withdraw"), "/letter/withdraw");

        Assert.All([asked, answer], page => Assert.Contains("This place was free already", page.Text, StringComparison.Ordinal));
        Assert.All([asked, answer], page => Assert.DoesNotContain("Fatma", page.Html, StringComparison.Ordinal));
        Assert.Equal("/parents", (await jan.OpenAsync("/parents")).Path);
        Assert.DoesNotContain("Works no more", (await student.OpenAsync("/profile/parents")).Text, StringComparison.Ordinal);
    }
}
