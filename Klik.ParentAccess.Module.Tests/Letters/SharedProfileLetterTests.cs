using Klik.ParentAccess.Module.Tests.Host;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>What a student of an Orchard site sees of the letter made for them, and can do with it; the same on every database.</summary>
[Trait("Rule", "P5")]
public abstract class SharedProfileLetterTests(RunningHost host)
{
    [Fact]
    public async Task A_student_sees_the_letter_and_who_used_it_under_which_name()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (sanne, code) = await school.NewLetterAsync();
        using var student = await school.SignedInAsync(sanne);
        using var other = await school.SignedInAsync(await school.AddStudentAsync("Daan"));
        var before = await student.OpenAsync("/profile/parents");
        using var jan = await RegisteredAsync(school, "Jan de Vries", code);

        var after = await student.OpenAsync("/profile/parents");
        var without = await other.OpenAsync("/profile/parents");

        Assert.All(["The letter from school", "0 of 2 times"], text => Assert.Contains(text, before.Text, StringComparison.Ordinal));
        Assert.All(["1 of 2 times", "Used by Jan de Vries", "Through A letter from school"], text => Assert.Contains(text, after.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("@gmail.com", after.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("letter", without.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Rule", "I4")]
    public async Task A_freed_seat_ends_that_access_and_lets_another_in()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (sanne, code) = await school.NewLetterAsync();
        using var student = await school.SignedInAsync(sanne);
        using var wrong = await RegisteredAsync(school, "Wrong", code);
        using var eva = await RegisteredAsync(school, "Eva", code);

        var question = await student.OpenAsync((await student.OpenAsync("/profile/parents")).LinkTo("/free"));
        var freed = await student.SubmitAsync(question, "/free");
        using var right = await RegisteredAsync(school, "Right", code);

        Assert.Contains("Make the place of Wrong free?", question.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 2 times", freed.Text, StringComparison.Ordinal);
        Assert.Equal("/no-access", (await wrong.OpenAsync("/parents")).Path);
        Assert.Equal("/parents", (await eva.OpenAsync("/parents")).Path);
        Assert.Equal("/parents", (await right.OpenAsync("/parents")).Path);
    }

    [Fact]
    public async Task A_withdrawn_letter_lets_nobody_in_and_who_has_access_keeps_it()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (sanne, code) = await school.NewLetterAsync();
        using var student = await school.SignedInAsync(sanne);
        using var jan = await RegisteredAsync(school, "Jan", code);

        var question = await student.OpenAsync((await student.OpenAsync("/profile/parents")).LinkTo("/letter/withdraw"));
        var withdrawn = await student.SubmitAsync(question, "/letter/withdraw");
        using var eva = school.NewParent();
        var refused = await eva.RegisterByLetterAsync(code, "Eva");

        Assert.Contains("Works no more: the letter was withdrawn", withdrawn.Text, StringComparison.Ordinal);
        Assert.Contains("With this it does not work", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", (await jan.OpenAsync("/parents")).Path);
    }

    [Fact]
    [Trait("Rule", "I4")]
    public async Task Stopping_the_access_of_who_came_by_letter_stops_the_letter_too_and_says_so()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (sanne, code) = await school.NewLetterAsync();
        using var student = await school.SignedInAsync(sanne);
        using var jan = await RegisteredAsync(school, "Jan", code);

        var question = await student.OpenAsync((await student.OpenAsync("/profile/parents")).LinkTo("/links/"));
        var stopped = await student.SubmitAsync(question, "/withdraw");
        var back = await jan.RegisterByLetterAsync(code);

        Assert.Contains("The letter from school stops working too", question.Text, StringComparison.Ordinal);
        Assert.Contains("Works no more: the letter was withdrawn", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("With this it does not work", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P6")]
    public async Task A_student_cannot_free_a_seat_or_withdraw_a_letter_of_another()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (sanne, code) = await school.NewLetterAsync();
        using var student = await school.SignedInAsync(sanne);
        using var jan = await RegisteredAsync(school, "Fatma", code);
        var free = new Uri((await student.OpenAsync("/profile/parents")).LinkTo("/free")).AbsolutePath[LetterSchools.Prefix.Length..];
        using var other = await school.SignedInAsync((await school.NewLetterAsync("Daan")).Student);

        var asked = await other.OpenAsync(free);
        var answer = await other.PostAsync(await other.OpenAsync("/profile/parents/letter/withdraw"), free);

        Assert.All([asked, answer], page => Assert.Contains("This place was free already", page.Text, StringComparison.Ordinal));
        Assert.All([asked, answer], page => Assert.DoesNotContain("Fatma", page.Html, StringComparison.Ordinal));
        Assert.Equal("/parents", (await jan.OpenAsync("/parents")).Path);
    }

    private static async Task<SiteVisitor> RegisteredAsync(SiteSchool school, string name, string code)
    {
        var parent = school.NewParent();
        var page = await parent.RegisterByLetterAsync(code, name);
        Assert.True(page.Path == "/parents/settings", page.Text);
        return parent;
    }
}
