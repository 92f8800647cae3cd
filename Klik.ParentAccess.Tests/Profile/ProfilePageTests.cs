using System.Net;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Profile;

public sealed class ProfilePageTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Fact]
    [Trait("Rule", "I1")]
    public async Task A_student_invites_and_sees_the_invitation()
    {
        var (_, student) = await SignedInAsync();

        var page = await student.InvitesAsync("Jan de Vries", "jan@example.nl");

        Assert.Equal(("/profile/parents", HttpStatusCode.OK), (page.Path, page.Status));
        Assert.Contains("no-store", page.CacheControl, StringComparison.Ordinal);
        Assert.Contains("The invitation is on its way", page.Text, StringComparison.Ordinal);
        Assert.Contains("Jan de Vries", page.Text, StringComparison.Ordinal);
        Assert.Contains("jan@example.nl", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("jan@example.nl", page.Address.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "P9")]
    [InlineData("", "", "Type the name of your parent.", "Type the e-mail address of your parent.")]
    [InlineData("Jan 🎉", "jan", "Type a name with letters.", "This is not a complete e-mail address.")]
    [InlineData("<script>alert(1)</script>", "jan@@example.nl", "Leave out emoji and signs such as", "This is not a complete e-mail address.")]
    [InlineData("Jan\u202e", "\"><img src=x>@x", "Type a name with letters.", "This is not a complete e-mail address.")]
    public async Task Bad_input_is_told_beside_its_field_and_nothing_typed_is_lost(string name, string email, string aboutName, string aboutEmail)
    {
        var (_, student) = await SignedInAsync();

        var page = await student.InvitesAsync(name, email);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(aboutName, ErrorOf(page, "name"), StringComparison.Ordinal);
        Assert.Contains(aboutEmail, ErrorOf(page, "email"), StringComparison.Ordinal);
        Assert.Equal((name, email), (Typed(page, "name"), Typed(page, "email")));
        Assert.Empty(page.Document.QuerySelectorAll("main script, main img"));
    }

    [Fact]
    [Trait("Rule", "P9")]
    public async Task A_name_of_three_hundred_letters_the_own_address_and_one_invited_before_are_told()
    {
        var (_, student, sanne) = await SignedInStudentAsync();
        await student.InvitesAsync("Jan", "jan@münchen.example");

        Assert.Contains("too long. Use 100 characters", ErrorOf(await student.InvitesAsync(new string('a', 300), "mia@example.nl"), "name"), StringComparison.Ordinal);
        Assert.Contains("your own e-mail address", ErrorOf(await student.InvitesAsync("Sanne", sanne.Address), "email"), StringComparison.Ordinal);
        Assert.Contains("invited this address already", ErrorOf(await student.InvitesAsync("Jan", "JAN@xn--mnchen-3ya.example"), "email"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I3")]
    public async Task A_deleted_invitation_is_gone_and_its_link_dead()
    {
        var (school, student) = await SignedInAsync();
        var page = await student.InvitesAsync("Jan", "jan@example.nl");
        var link = await school.InvitationLinkAsync("jan@example.nl");

        var after = await student.SubmitAsync(page, "/delete");

        Assert.Contains("The invitation is deleted", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("jan@example.nl", after.Text, StringComparison.Ordinal);
        using var jan = school.NewVisitor();
        Assert.Equal("/no-access", (await jan.FollowInvitationAsync(link)).Path);
    }

    [Fact]
    [Trait("Rule", "I3")]
    public async Task Deleting_what_has_just_been_accepted_says_so_and_withdraws_nothing()
    {
        var (school, student) = await SignedInAsync();
        var page = await student.InvitesAsync("Jan", "jan@example.nl");
        using var jan = school.NewVisitor();
        await jan.AcceptInvitationAsync(await school.InvitationLinkAsync("jan@example.nl"));

        var after = await student.SubmitAsync(page, "/delete");

        Assert.Contains("Was it just accepted?", after.Text, StringComparison.Ordinal);
        Assert.Contains("Has access since", after.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", (await jan.OpenAsync("/parents")).Path);
        Assert.Contains("not sent again", (await student.SubmitAsync(page, "/resend")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I1")]
    public async Task Sending_again_at_once_sends_nothing_and_says_when_one_can()
    {
        var (_, student) = await SignedInAsync();
        var page = await student.InvitesAsync("Jan", "jan@example.nl");

        var after = await student.SubmitAsync(page, "/resend");

        Assert.Contains("After ten minutes you can send it again.", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I5")]
    public async Task Whoever_has_sent_enough_for_a_day_is_told_so_and_loses_nothing_typed()
    {
        var (_, student) = await SignedInAsync();
        for (var i = 0; i < 25; i++)
        {
            await student.InvitesAsync("Jan", $"jan{i}@example.nl");
        }

        var page = await student.InvitesAsync("Els Bakker", "els@example.nl");

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.InRange(page.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(25));
        Assert.Contains("Tomorrow you can send invitations again.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Els Bakker", page.Document.QuerySelector("[name=name]")!.GetAttribute("value"));
        Assert.DoesNotContain("els@example.nl", (await student.OpenAsync("/profile/parents")).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I4")]
    public async Task Withdrawing_asks_once_and_ends_the_open_session()
    {
        var (school, student) = await SignedInAsync();
        await student.InvitesAsync("Jan de Vries", "jan@example.nl");
        using var jan = school.NewVisitor();
        await jan.AcceptInvitationAsync(await school.InvitationLinkAsync("jan@example.nl"));
        var withdraw = (await student.OpenAsync("/profile/parents")).Document.QuerySelector("a[href$='/withdraw']")!.GetAttribute("href")!;

        var question = await student.OpenAsync(new Uri(new Uri(school.Address), withdraw).AbsoluteUri);
        Assert.Contains("Stop the access of Jan de Vries?", question.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", (await jan.OpenAsync("/parents")).Path);
        var after = await student.SubmitAsync(question, "/withdraw");

        Assert.Contains("The access has stopped", after.Text, StringComparison.Ordinal);
        Assert.Equal("/no-access", (await jan.OpenAsync("/parents")).Path);
        Assert.Contains("had no access any more", (await student.SubmitAsync(question, "/withdraw")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task The_student_sees_what_each_parent_looked_at_last()
    {
        var (school, student) = await SignedInAsync();
        await student.InvitesAsync("Jan de Vries", "jan@example.nl");
        using var jan = school.NewVisitor();
        await jan.AcceptInvitationAsync(await school.InvitationLinkAsync("jan@example.nl"));

        var page = await student.OpenAsync("/profile/parents");

        var card = page.Document.QuerySelectorAll("article").Single(article => article.TextContent.Contains("Has access since", StringComparison.Ordinal));
        Assert.Contains("Jan de Vries", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Your invitation", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Last looked on", card.TextContent, StringComparison.Ordinal);
        Assert.Contains(card.QuerySelectorAll("dt"), term => term.TextContent == "Overview");
    }

    [Fact]
    [Trait("Rule", "P6")]
    public async Task A_student_can_do_nothing_with_what_is_another_students()
    {
        var (school, student) = await SignedInAsync();
        var page = await student.InvitesAsync("Jan", "jan@example.nl");
        var tom = await school.AddStudentAsync("Tom");
        using var other = school.NewVisitor();
        await other.SignInAsStudentAsync(tom);
        var own = await other.InvitesAsync("Mia", "mia@example.nl");
        var (form, _) = page.FormTo("/delete");
        own.FormTo("/delete").Form.SetAttribute("action", form.GetAttribute("action"));

        await other.SubmitAsync(own, "/delete");

        Assert.Contains("jan@example.nl", (await student.OpenAsync("/profile/parents")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("jan@example.nl", (await other.OpenAsync("/profile/parents")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I1")]
    public async Task A_form_from_elsewhere_does_nothing()
    {
        var (_, student) = await SignedInAsync();
        using var forged = new FormUrlEncodedContent([new("name", "Jan"), new("email", "evil@example.nl")]);

        using var answer = await student.RequestAsync(HttpMethod.Post, "/profile/parents", forged);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("evil@example.nl", (await student.OpenAsync("/profile/parents")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task The_page_speaks_to_a_student_in_Dutch_too()
    {
        var (_, student) = await SignedInAsync();
        await student.SubmitAsync(await student.OpenAsync("/profile/parents"), "/language", ("language", "nl"));

        var page = await student.InvitesAsync("", "");

        Assert.Contains("Vul de naam van je ouder in.", ErrorOf(page, "name"), StringComparison.Ordinal);
        Assert.Equal("nl", page.Document.DocumentElement.GetAttribute("lang"));
    }

    private async Task<(TestSchool School, Visitor Student)> SignedInAsync()
    {
        var (school, student, _) = await SignedInStudentAsync();
        return (school, student);
    }

    private async Task<(TestSchool School, Visitor Student, TestStudent Sanne)> SignedInStudentAsync()
    {
        var school = await portal.NewSchoolAsync();
        var sanne = await school.AddStudentAsync();
        var visitor = school.NewVisitor();
        await visitor.SignInAsStudentAsync(sanne);
        return (school, visitor, sanne);
    }

    private static string ErrorOf(VisitedPage page, string field)
    {
        var input = page.Document.QuerySelector($"input[name='{field}']")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ');
        return page.Document.GetElementById(described[0])!.TextContent;
    }

    private static string? Typed(VisitedPage page, string field) => page.Document.QuerySelector($"input[name='{field}']")!.GetAttribute("value");
}
