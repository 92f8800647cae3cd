using Klik.ParentAccess.Tests.SignIn;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>Identities that claim an invited address: none gets in by it, each can come in through the mail, and only there (rule P1).</summary>
public sealed class HostileIdentityTests(RunningPortal portal)
{
    private const string Invited = "jan.de.vries@gmail.com";

    public static TheoryData<string, string, TokenPlan> Claims => new()
    {
        { "a work account of a foreign tenant, without xms_edov", "microsoft", Persona.MicrosoftWork(Invited) },
        { "the same with xms_edov false", "microsoft", Persona.MicrosoftWork(Invited).With("xms_edov", false) },
        { "Google with email_verified false", "google", Persona.Google(Invited, verified: false) },
        { "Google without email_verified", "google", new TokenPlan { Subject = "g-1" }.With("email", Invited) },
        { "the same address in another case", "google", Persona.Gmail("Jan.de.Vries@gmail.com") },
        { "the same mailbox with a plus-tag", "google", Persona.Gmail("jan.de.vries+school@gmail.com") },
        { "the same mailbox without dots", "google", Persona.Gmail("jandevries@gmail.com") },
    };

    /// <summary>Verified by Google, but neither gmail.com nor a hosted domain.</summary>
    [Fact]
    [Trait("Rule", "P1")]
    public Task A_verified_address_outside_gmail_without_hosted_domain_comes_in_only_through_the_mail() =>
        ComesInOnlyThroughTheMailAsync("jan@eigendomein.example", "google", Persona.Google("jan@eigendomein.example", verified: true));

    [Theory]
    [MemberData(nameof(Claims))]
    [Trait("Rule", "P1")]
    public Task A_claimed_address_comes_in_only_through_the_mail(string claim, string provider, TokenPlan plan)
    {
        Assert.NotEmpty(claim);
        return ComesInOnlyThroughTheMailAsync(Invited, provider, plan);
    }

    public static TheoryData<string, TokenPlan> Tokens => new()
    {
        { "swapped issuer", Persona.Gmail(Invited) with { Issuer = "https://evil.example" } },
        { "swapped audience", Persona.Gmail(Invited) with { Audiences = ["somebody-else"] } },
        { "swapped nonce", Persona.Gmail(Invited) with { Nonce = "another" } },
        { "expired", Persona.Gmail(Invited) with { IssuedIn = -TimeSpan.FromHours(2), NotBeforeIn = -TimeSpan.FromHours(2), ExpiresIn = -TimeSpan.FromHours(1) } },
        { "unsigned", Persona.Gmail(Invited) with { Signing = SigningPlan.None } },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    [Trait("Rule", "P1")]
    public async Task A_token_that_is_not_right_lets_nobody_in_by_address_or_by_mail(string token, TokenPlan plan)
    {
        Assert.NotEmpty(token);
        var (school, link) = await InviteAsync(Invited);
        using var visitor = school.NewVisitor();
        visitor.Plan = plan;

        var byAddress = await visitor.SignInAsParentAsync();
        var byMail = await visitor.FollowInvitationAsync(link);
        var overview = await visitor.OpenAsync("/parents");

        Assert.Equal("/sign-in", byAddress.Path);
        Assert.DoesNotContain("invites you", byMail.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", overview.Path);
    }

    [Fact]
    [Trait("Rule", "P1")]
    public async Task An_account_is_known_by_issuer_and_subject_and_not_by_its_address()
    {
        var (school, link) = await InviteAsync(Invited);
        using var parent = school.NewVisitor();
        parent.Plan = Persona.Gmail(Invited);
        await parent.AcceptInvitationAsync(link);
        using var impostor = school.NewVisitor();
        impostor.Plan = Persona.Gmail(Invited) with { Subject = "another-subject" };
        using var renamed = school.NewVisitor();
        renamed.Plan = Persona.Gmail(Invited).With("email", "nieuw@gmail.com");

        var asImpostor = await impostor.SignInAsParentAsync();
        var afterRename = await renamed.SignInAsParentAsync();

        Assert.Equal("/no-access", asImpostor.Path);
        Assert.Equal("/parents", afterRename.Path);
    }

    private async Task ComesInOnlyThroughTheMailAsync(string invited, string provider, TokenPlan plan)
    {
        var (school, link) = await InviteAsync(invited);
        using var visitor = school.NewVisitor();
        visitor.Plan = plan;

        var byAddress = await visitor.SignInAsParentAsync(provider);
        var byMail = await visitor.AcceptInvitationAsync(link, provider);

        Assert.Equal("/no-access", byAddress.Path);
        Assert.Equal("/parents", byMail.Path);
    }

    private async Task<(TestSchool School, string Link)> InviteAsync(string address)
    {
        var school = await portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        await student.InvitesAsync("Jan", address);
        return (school, await school.InvitationLinkAsync(address));
    }
}
