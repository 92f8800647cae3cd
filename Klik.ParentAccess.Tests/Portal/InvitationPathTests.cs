using System.Net;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>The main path and what can go wrong on it, over HTTP.</summary>
public sealed class InvitationPathTests(RunningPortal portal)
{
    [Fact]
    [Trait("Rule", "I1")]
    [Trait("Rule", "I2")]
    [Trait("Rule", "I14")]
    public async Task An_invited_parent_signs_in_and_sees_the_child()
    {
        var school = await portal.NewSchoolAsync();
        using var student = await SignedInStudentAsync(school, await school.AddStudentAsync("Sanne"));
        using var parent = school.NewVisitor();
        parent.Plan = Persona.Gmail("jan@gmail.com");

        var before = await parent.SignInAsParentAsync();
        var sent = await student.InvitesAsync("Jan de Vries", "jan@gmail.com");
        var after = await parent.SignInAsParentAsync();

        Assert.Equal("/no-access", before.Path);
        Assert.Contains("Jan de Vries", sent.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", after.Path);
        Assert.Contains("Sanne", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I1")]
    [Trait("Rule", "P2")]
    public async Task The_mail_brings_a_link_whose_secret_stands_after_the_hash_and_opening_it_changes_nothing()
    {
        var school = await portal.NewSchoolAsync();
        using var student = await SignedInStudentAsync(school, await school.AddStudentAsync());
        await student.InvitesAsync("Jan", "jan@example.nl");
        using var parent = school.NewVisitor();

        var link = await school.InvitationLinkAsync("jan@example.nl");
        var opened = await parent.OpenAsync(link.Split('#')[0]);
        var profile = await student.OpenAsync("/profile/parents");

        Assert.StartsWith($"{school.Address}/invitation#", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Contains("Invitations not accepted yet", profile.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I3")]
    public async Task A_deleted_invitation_lets_nobody_in()
    {
        var school = await portal.NewSchoolAsync();
        using var student = await SignedInStudentAsync(school, await school.AddStudentAsync());
        var profile = await student.InvitesAsync("Jan", "jan@gmail.com");
        var link = await school.InvitationLinkAsync("jan@gmail.com");
        await student.SubmitAsync(profile, "/delete");
        using var parent = school.NewVisitor();
        parent.Plan = Persona.Gmail("jan@gmail.com");

        var byLink = await parent.FollowInvitationAsync(link);
        var byAddress = await parent.SignInAsParentAsync();

        Assert.Equal("/no-access", byLink.Path);
        Assert.Equal("/no-access", byAddress.Path);
    }

    [Fact]
    [Trait("Rule", "I4")]
    public async Task Withdrawn_consent_hides_the_student_in_an_open_session()
    {
        var school = await portal.NewSchoolAsync();
        using var student = await SignedInStudentAsync(school, await school.AddStudentAsync("Sanne"));
        using var parent = await InvitedParentAsync(student, "jan@gmail.com");
        var child = await parent.OpenAsync((await parent.OpenAsync("/parents")).LinkTo("/parents/students/"));

        await WithdrawAsync(student);
        var grades = await parent.OpenAsync(child.Address.AbsoluteUri + "/grades");
        var overview = await parent.OpenAsync("/parents");

        Assert.Equal("/no-access", grades.Path);
        Assert.DoesNotContain("Sanne", grades.Html, StringComparison.Ordinal);
        Assert.Equal("/sign-in", overview.Path);
    }

    [Fact]
    [Trait("Rule", "I4")]
    [Trait("Rule", "I6")]
    public async Task Withdrawing_one_consent_leaves_the_other_children()
    {
        var school = await portal.NewSchoolAsync();
        using var sanne = await SignedInStudentAsync(school, await school.AddStudentAsync("Sanne"));
        using var daan = await SignedInStudentAsync(school, await school.AddStudentAsync("Daan"));
        await sanne.InvitesAsync("Jan", "jan@gmail.com");
        await daan.InvitesAsync("Jan", "jan@gmail.com");
        using var parent = school.NewVisitor();
        parent.Plan = Persona.Gmail("jan@gmail.com");
        var both = await parent.SignInAsParentAsync();

        await WithdrawAsync(sanne);
        var one = await parent.OpenAsync("/parents");

        Assert.Contains("Sanne", both.Text, StringComparison.Ordinal);
        Assert.Contains("Daan", both.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", one.Path);
        Assert.DoesNotContain("Sanne", one.Html, StringComparison.Ordinal);
        Assert.Contains("Daan", one.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I5")]
    [Trait("Rule", "P6")]
    public async Task A_student_invites_many_parents_who_never_see_each_other()
    {
        var school = await portal.NewSchoolAsync();
        using var student = await SignedInStudentAsync(school, await school.AddStudentAsync());
        for (var i = 1; i <= 12; i++)
        {
            await student.InvitesAsync($"Ouder {(char)('A' + i)}", $"ouder{i}@gmail.com");
        }

        using var first = school.NewVisitor();
        first.Plan = Persona.Gmail("ouder1@gmail.com");
        var overview = await first.SignInAsParentAsync();
        using var second = school.NewVisitor();
        second.Plan = Persona.Gmail("ouder2@gmail.com");
        await second.SignInAsParentAsync();
        var profile = await student.OpenAsync("/profile/parents");
        var child = await first.OpenAsync(overview.LinkTo("/parents/students/"));

        Assert.All(Enumerable.Range(1, 12), i => Assert.Contains($"Ouder {(char)('A' + i)}", profile.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("Ouder C", overview.Html + child.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("ouder2@", overview.Html + child.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task An_inactive_student_ends_the_access_of_a_parent_without_another_child()
    {
        var school = await portal.NewSchoolAsync();
        using var student = await SignedInStudentAsync(school, await school.AddStudentAsync("Sanne"));
        using var parent = await InvitedParentAsync(student, "jan@gmail.com");
        using var administrator = school.NewVisitor();
        var users = await administrator.SignInAsAdministratorAsync();

        await administrator.SubmitAsync(users, "/admin/users/student");
        var session = await parent.OpenAsync("/parents");
        var signIn = await parent.SignInAsParentAsync();
        var studentsPage = await student.OpenAsync("/profile/parents");

        Assert.Equal("/no-access", session.Path);
        Assert.Equal("/no-access", signIn.Path);
        Assert.Equal("/no-access", studentsPage.Path);
    }

    [Fact]
    [Trait("Rule", "I8")]
    [Trait("Rule", "I12")]
    public async Task A_new_invitation_lets_a_parent_in_again_at_once()
    {
        var school = await portal.NewSchoolAsync();
        using var student = await SignedInStudentAsync(school, await school.AddStudentAsync());
        using var parent = await InvitedParentAsync(student, "jan@gmail.com");
        await WithdrawAsync(student);
        Assert.Equal("/no-access", (await parent.SignInAsParentAsync()).Path);

        await student.InvitesAsync("Jan", "jan@gmail.com");
        var again = await parent.SignInAsParentAsync();

        Assert.Equal("/parents", again.Path);
    }

    [Fact]
    [Trait("Rule", "I10")]
    [Trait("Rule", "I9")]
    public async Task The_latest_invitation_names_the_parent_in_user_management()
    {
        var school = await portal.NewSchoolAsync();
        using var sanne = await SignedInStudentAsync(school, await school.AddStudentAsync("Sanne"));
        using var daan = await SignedInStudentAsync(school, await school.AddStudentAsync("Daan"));
        using var parent = await InvitedParentAsync(sanne, "jan@gmail.com", "Jan de Vries");
        using var administrator = await school.NewAdministratorAsync();
        var before = await administrator.OpenAsync("/admin/users?show=parents");

        await daan.InvitesAsync("Johannes", "JAN@gmail.com");
        var after = await administrator.OpenAsync("/admin/users?show=parents");

        Assert.Contains("Jan de Vries", before.Text, StringComparison.Ordinal);
        Assert.Contains("Johannes", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jan de Vries", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I11")]
    public async Task Everybody_without_access_reads_the_same_words()
    {
        var school = await portal.NewSchoolAsync();
        using var student = await SignedInStudentAsync(school, await school.AddStudentAsync());
        using var withdrawn = await InvitedParentAsync(student, "jan@gmail.com");
        await WithdrawAsync(student);
        await student.InvitesAsync("Piet", "piet@example.nl");
        using var stranger = school.NewVisitor();
        stranger.Plan = Persona.Gmail("vreemd@gmail.com");
        using var unproven = school.NewVisitor();
        unproven.Plan = Persona.MicrosoftWork("piet@example.nl");

        var pages = new[]
        {
            await withdrawn.SignInAsParentAsync(),
            await stranger.SignInAsParentAsync(),
            await unproven.SignInAsParentAsync("microsoft"),
        };

        Assert.All(pages, page => Assert.Equal("/no-access", page.Path));
        Assert.Single(pages.Select(page => (page.Status, page.Text)).Distinct());
        Assert.Contains("Ask your child", pages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_student_sees_who_has_access_and_when_each_last_looked_at_what()
    {
        var school = await portal.NewSchoolAsync();
        using var student = await SignedInStudentAsync(school, await school.AddStudentAsync());
        using var parent = await InvitedParentAsync(student, "jan@gmail.com", "Jan de Vries");
        var child = await parent.OpenAsync((await parent.OpenAsync("/parents")).LinkTo("/parents/students/"));
        await parent.OpenAsync(child.Address.AbsoluteUri + "/grades");

        var profile = await student.OpenAsync("/profile/parents");

        Assert.Contains("Jan de Vries", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Has access since", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Last looked", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Grades", profile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Goals", profile.Text, StringComparison.Ordinal);
    }

    internal static async Task<Visitor> SignedInStudentAsync(TestSchool school, TestStudent student)
    {
        var visitor = school.NewVisitor();
        var page = await visitor.SignInAsStudentAsync(student);
        Assert.Equal("/profile/parents", page.Path);
        return visitor;
    }

    /// <summary>A parent with access, signed in, by an address that Google is authoritative for.</summary>
    internal static async Task<Visitor> InvitedParentAsync(Visitor student, string address, string name = "Jan")
    {
        await student.InvitesAsync(name, address);
        var parent = student.School.NewVisitor();
        parent.Plan = Persona.Gmail(address);
        var page = await parent.SignInAsParentAsync();
        Assert.Equal("/parents", page.Path);
        return parent;
    }

    /// <summary>The student withdraws the first consent on the page.</summary>
    internal static async Task WithdrawAsync(Visitor student)
    {
        var profile = await student.OpenAsync("/profile/parents");
        var question = await student.OpenAsync(profile.LinkTo("/withdraw"));
        await student.SubmitAsync(question, "/withdraw");
    }
}
