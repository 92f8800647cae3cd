using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>What a student sees of the letter made for them, and can do with it (rule P5), over HTTP.</summary>
public sealed class LetterOnProfileTests(RunningPortal portal)
{
    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_student_without_a_letter_sees_nothing_of_letters()
    {
        var school = await portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());

        var profile = await student.OpenAsync("/profile/parents");

        Assert.DoesNotContain("letter", profile.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_student_sees_the_letter_and_who_used_it_under_which_name()
    {
        var (school, student, code) = await SchoolAsync();
        using var _ = student;
        var before = await student.OpenAsync("/profile/parents");
        using var jan = await RegisteredAsync(school, "jan@gmail.com", "Jan de Vries", code);

        var after = await student.OpenAsync("/profile/parents");

        Assert.All(["The letter from school", "Made on", "Works up to and including", "0 of 2 times"], text => Assert.Contains(text, before.Text, StringComparison.Ordinal));
        Assert.Contains("1 of 2 times", after.Text, StringComparison.Ordinal);
        Assert.Contains("Used by Jan de Vries", after.Text, StringComparison.Ordinal);
        Assert.Contains("Through A letter from school", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("jan@gmail.com", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P5")]
    [Trait("Rule", "I4")]
    public async Task A_freed_seat_ends_that_access_and_lets_another_in()
    {
        var (school, student, code) = await SchoolAsync();
        using var _ = student;
        using var wrong = await RegisteredAsync(school, "wrong@gmail.com", "Wrong", code);
        using var eva = await RegisteredAsync(school, "eva@gmail.com", "Eva", code);
        var profile = await student.OpenAsync("/profile/parents");

        var question = await student.OpenAsync(profile.LinkTo("/free"));
        var freed = await student.SubmitAsync(question, "/free");
        var again = await student.SubmitAsync(question, "/free");
        using var right = await RegisteredAsync(school, "right@gmail.com", "Right", code);

        Assert.Contains("Make the place of Wrong free?", question.Text, StringComparison.Ordinal);
        Assert.Contains("The place is free again", freed.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 2 times", freed.Text, StringComparison.Ordinal);
        Assert.Contains("This place was free already", again.Text, StringComparison.Ordinal);
        Assert.Equal("/no-access", (await wrong.OpenAsync("/parents")).Path);
        Assert.Equal("/parents", (await eva.OpenAsync("/parents")).Path);
        Assert.Equal("/parents", (await right.OpenAsync("/parents")).Path);
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_withdrawn_letter_lets_nobody_in_and_who_has_access_keeps_it()
    {
        var (school, student, code) = await SchoolAsync();
        using var _ = student;
        using var jan = await RegisteredAsync(school, "jan@gmail.com", "Jan", code);
        var question = await student.OpenAsync((await student.OpenAsync("/profile/parents")).LinkTo("/letter/withdraw"));

        var withdrawn = await student.SubmitAsync(question, "/letter/withdraw");
        var again = await student.SubmitAsync(question, "/letter/withdraw");
        using var eva = school.NewVisitor();
        eva.Plan = Persona.Gmail("eva@gmail.com");
        var refused = await eva.RegisterByLetterAsync(code, "Eva");

        Assert.Contains("The letter is withdrawn", withdrawn.Text, StringComparison.Ordinal);
        Assert.Contains("Works no more: the letter was withdrawn", withdrawn.Text, StringComparison.Ordinal);
        Assert.Contains("There was no letter to withdraw any more", again.Text, StringComparison.Ordinal);
        Assert.Contains("With this it does not work", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", (await jan.OpenAsync("/parents")).Path);
    }

    [Fact]
    [Trait("Rule", "P5")]
    [Trait("Rule", "I4")]
    public async Task Stopping_the_access_of_who_came_by_letter_stops_the_letter_too_and_says_so()
    {
        var (school, student, code) = await SchoolAsync();
        using var _ = student;
        using var jan = await RegisteredAsync(school, "jan@gmail.com", "Jan", code);
        var question = await student.OpenAsync((await student.OpenAsync("/profile/parents")).LinkTo("/links/"));

        var stopped = await student.SubmitAsync(question, "/withdraw");
        var back = await jan.RegisterByLetterAsync(code);

        Assert.Contains("The letter from school stops working too", question.Text, StringComparison.Ordinal);
        Assert.Contains("Works no more: the letter was withdrawn", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("Somebody who has no access any more", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("With this it does not work", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P5")]
    [Trait("Rule", "P6")]
    public async Task A_student_cannot_free_a_seat_or_withdraw_a_letter_of_another()
    {
        var (school, student, code) = await SchoolAsync();
        using var _ = student;
        using var jan = await RegisteredAsync(school, "jan@gmail.com", "Fatma", code);
        var free = (await student.OpenAsync("/profile/parents")).LinkTo("/free");
        var daan = await school.AddStudentAsync("Daan");
        await school.MakeLetterAsync(daan);
        using var other = await InvitationPathTests.SignedInStudentAsync(school, daan);

        var asked = await other.OpenAsync(free);
        var own = await other.OpenAsync("/profile/parents/letter/withdraw");
        using var token = new FormUrlEncodedContent([new("__RequestVerificationToken", own.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        using var answer = await other.RequestAsync(HttpMethod.Post, free, token);

        Assert.Contains("This place was free already", asked.Text, StringComparison.Ordinal);
        Assert.Contains("seat-not-freed", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("Fatma", asked.Html, StringComparison.Ordinal);
        Assert.Equal("/parents", (await jan.OpenAsync("/parents")).Path);
    }

    private static async Task<Visitor> RegisteredAsync(TestSchool school, string address, string name, string code)
    {
        var parent = school.NewVisitor();
        parent.Plan = Persona.Gmail(address);
        Assert.Equal("/parents/settings", (await parent.RegisterByLetterAsync(code, name)).Path);
        return parent;
    }

    private async Task<(TestSchool School, Visitor Student, string Code)> SchoolAsync()
    {
        var school = await portal.NewSchoolAsync();
        var sanne = await school.AddStudentAsync();
        var code = await school.MakeLetterAsync(sanne);
        return (school, await InvitationPathTests.SignedInStudentAsync(school, sanne), code);
    }
}
