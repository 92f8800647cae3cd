using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>An invitation survives what people and browsers do to it (rule P3), and is accepted once (rule P7).</summary>
public sealed class InvitationSurvivalTests(RunningPortal portal)
{
    private const string Invited = "jan@werk.example";

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_second_click_on_the_link_leads_to_the_overview()
    {
        var (_, parent, link) = await InvitedAsync();
        using var _ = parent;
        await parent.AcceptInvitationAsync(link, "microsoft");

        var again = await parent.FollowInvitationAsync(link, "microsoft");

        Assert.Equal("/parents", again.Path);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task The_link_works_in_another_browser_after_it_was_left_in_the_first()
    {
        var (school, parent, link) = await InvitedAsync();
        using var _ = parent;
        await parent.FollowInvitationAsync(link, "microsoft");
        using var elsewhere = school.NewVisitor();
        elsewhere.Plan = parent.Plan;

        var accepted = await elsewhere.AcceptInvitationAsync(link, "microsoft");

        Assert.Equal("/parents", accepted.Path);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task Another_tab_with_another_invitation_does_not_mix_them_up()
    {
        var (school, parent, link) = await InvitedAsync("Sanne");
        using var _ = parent;
        using var daan = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync("Daan"));
        await daan.InvitesAsync("Jan", "jan@thuis.example");
        var otherLink = await school.InvitationLinkAsync("jan@thuis.example");

        var firstTab = await parent.FollowInvitationAsync(link, "microsoft");
        var secondTab = await parent.FollowInvitationAsync(otherLink, "microsoft");
        var overview = await parent.SubmitAsync(firstTab, "/invitation/accept");

        // What was read in the first tab is not what the session holds now: the parent is asked again, about Daan.
        Assert.Contains("Sanne invites you", firstTab.Text, StringComparison.Ordinal);
        Assert.Contains("Daan invites you", secondTab.Text, StringComparison.Ordinal);
        Assert.Contains("Daan invites you", overview.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_wrong_account_can_be_switched_before_accepting()
    {
        var (_, parent, link) = await InvitedAsync();
        using var _ = parent;
        parent.Plan = Persona.Gmail("verkeerd@gmail.com");
        var wrong = await parent.FollowInvitationAsync(link);
        parent.Plan = Persona.Gmail("goed@gmail.com");

        var right = await parent.SubmitAsync(wrong, "/sign-in/google");

        Assert.Contains("verkeerd@gmail.com", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("goed@gmail.com", right.Text, StringComparison.Ordinal);
        Assert.Equal("select_account", parent.LastAuthorization.GetValueOrDefault("prompt"));
        Assert.Equal("/parents", (await parent.SubmitAsync(right, "/invitation/accept")).Path);
    }

    [Fact]
    [Trait("Rule", "P3")]
    [Trait("Rule", "I3")]
    public async Task An_invitation_deleted_while_the_parent_is_at_the_provider_is_gone()
    {
        var school = await portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        var profile = await student.InvitesAsync("Jan", Invited);
        var link = await school.InvitationLinkAsync(Invited);
        using var parent = school.NewVisitor();
        parent.Plan = Persona.MicrosoftWork(Invited);
        var asked = await parent.FollowInvitationAsync(link, "microsoft");

        await student.SubmitAsync(profile, "/delete");
        var accepted = await parent.SubmitAsync(asked, "/invitation/accept");

        Assert.Equal("/invitation/accept", asked.Path);
        Assert.Equal("/no-access", accepted.Path);
    }

    [Fact]
    [Trait("Rule", "P7")]
    [Trait("Rule", "P3")]
    public async Task A_hundred_accepts_at_the_same_moment_make_one_link()
    {
        var (school, parent, link) = await InvitedAsync();
        using var _ = parent;
        var asked = await parent.FollowInvitationAsync(link, "microsoft");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => parent.SubmitAsync(asked, "/invitation/accept")));

        Assert.Contains(answers, answer => answer.Path == "/parents");
        Assert.All(answers, answer => Assert.Contains(answer.Path, (string[])["/parents", "/invitation", "/invitation/accept"]));
        await school.InSchoolAsync(async services =>
        {
            var links = services.GetRequiredService<Klik.Portal.Storage.ParentAccessDbContext>().Set<Klik.Portal.Storage.Links.LinkRow>();
            Assert.Equal(1, await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(links, TestContext.Current.CancellationToken));
        });
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_link_of_one_school_is_worth_nothing_at_another()
    {
        var (_, parent, link) = await InvitedAsync();
        parent.Dispose();
        var other = await portal.NewSchoolAsync();
        using var visitor = other.NewVisitor();
        visitor.Plan = Persona.MicrosoftWork(Invited);

        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/invitation"), "/sign-in/microsoft", ("token", link.Split('#')[1]));

        Assert.DoesNotContain("invites you", page.Text, StringComparison.Ordinal);
        Assert.NotEqual("/invitation/accept", page.Path);
    }

    private async Task<(TestSchool School, Visitor Parent, string Link)> InvitedAsync(string givenName = "Sanne")
    {
        var school = await portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync(givenName));
        await student.InvitesAsync("Jan", Invited);
        var parent = school.NewVisitor();
        parent.Plan = Persona.MicrosoftWork(Invited);
        return (school, parent, await school.InvitationLinkAsync(Invited));
    }
}
