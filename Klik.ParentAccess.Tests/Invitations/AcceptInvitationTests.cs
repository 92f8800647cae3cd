using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Invitations;

public sealed class AcceptInvitationTests : IAsyncDisposable
{
    private readonly FakeSchool _school = new();

    [Fact]
    [Trait("Rule", "I2")]
    public async Task Whoever_holds_the_link_gets_in_with_any_account()
    {
        var token = await _school.InvitedAsync(_school.Students.Add("Sanne"), "Jan de Vries", "jan@example.nl");

        var result = await _school.AcceptAsync(Identities.Claiming("someone-else@work.example"), token);

        var account = Assert.IsType<SignInParentResult.SignedIn>(result).Account;
        Assert.Equal("Jan de Vries", account.UserName);
        Assert.Equal(["Sanne"], await _school.SeenByAsync(account));
    }

    [Fact]
    [Trait("Rule", "I6")]
    public async Task One_account_sees_every_student_who_invited_it()
    {
        var first = await _school.InvitedAsync(_school.Students.Add("Sanne"), "Jan", "jan@example.nl");
        var second = await _school.InvitedAsync(_school.Students.Add("Tom"), "Jan", "jan@work.example");

        await _school.AcceptAsync(Identities.Claiming(null), first);
        var result = await _school.AcceptAsync(Identities.Claiming(null), second);

        Assert.Equal(["Sanne", "Tom"], await _school.SeenByAsync(Assert.IsType<SignInParentResult.SignedIn>(result).Account));
    }

    [Fact]
    [Trait("Rule", "I3")]
    public async Task A_deleted_invitation_lets_nobody_in()
    {
        var sanne = _school.Students.Add("Sanne");
        var token = await _school.InvitedAsync(sanne, "Jan", "jan@example.nl");
        var id = Assert.Single(_school.State.Invitations.Keys);

        Assert.True(await _school.DeleteAsync(sanne, id));

        Assert.Null(await _school.FindAsync(token));
        Assert.IsType<SignInParentResult.NoAccess>(await _school.AcceptAsync(Identities.Claiming(null), token));
        Assert.Empty(_school.State.Outbox);
        Assert.False(await _school.DeleteAsync(sanne, id));
    }

    [Fact]
    [Trait("Rule", "I3")]
    public async Task Nobody_deletes_or_sends_again_what_another_student_sent()
    {
        await _school.InvitedAsync(_school.Students.Add("Sanne"), "Jan", "jan@example.nl");
        var (tom, id) = (_school.Students.Add("Tom"), Assert.Single(_school.State.Invitations.Keys));

        Assert.False(await _school.DeleteAsync(tom, id));
        Assert.Equal(ResendInvitationResult.NotOpen, await _school.ResendAsync(tom, id));

        Assert.Single(_school.State.Invitations);
    }

    [Fact]
    [Trait("Rule", "I3")]
    public async Task An_accepted_invitation_cannot_be_deleted_any_more()
    {
        var sanne = _school.Students.Add("Sanne");
        var token = await _school.InvitedAsync(sanne, "Jan", "jan@example.nl");
        var id = Assert.Single(_school.State.Invitations.Keys);
        await _school.AcceptAsync(Identities.Claiming(null), token);

        Assert.False(await _school.DeleteAsync(sanne, id));

        Assert.Single((await _school.ParentsOfAsync(sanne)).Parents);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_second_click_ends_in_the_overview_and_links_nothing_twice()
    {
        var token = await _school.InvitedAsync(_school.Students.Add("Sanne"), "Jan", "jan@example.nl");
        await _school.AcceptAsync(Identities.Claiming(null), token);

        var again = await _school.AcceptAsync(Identities.Claiming(null), token);

        Assert.IsType<SignInParentResult.SignedIn>(again);
        Assert.Single(_school.State.Links);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_used_link_lets_no_other_account_in()
    {
        var token = await _school.InvitedAsync(_school.Students.Add("Sanne"), "Jan", "jan@example.nl");
        await _school.AcceptAsync(Identities.Claiming(null), token);

        Assert.IsType<SignInParentResult.NoAccess>(await _school.AcceptAsync(Identities.Claiming(null, "another"), token));
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_hundred_accepts_at_once_make_one_link()
    {
        var token = await _school.InvitedAsync(_school.Students.Add("Sanne"), "Jan", "jan@example.nl");

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(
            () => _school.AcceptAsync(Identities.Claiming(null, $"subject-{i}"), token), TestContext.Current.CancellationToken)));

        Assert.Single(results.OfType<SignInParentResult.SignedIn>());
        Assert.Single(_school.State.Links);
        Assert.Single(_school.State.Accounts);
    }

    [Fact]
    [Trait("Rule", "I2")]
    public async Task An_expired_invitation_lets_nobody_in()
    {
        var sanne = _school.Students.Add("Sanne");
        var token = await _school.InvitedAsync(sanne, "Jan", "jan@example.nl");

        _school.Clock.Advance(TimeSpan.FromDays(14));

        Assert.Null(await _school.FindAsync(token));
        Assert.IsType<SignInParentResult.NoAccess>(await _school.AcceptAsync(Identities.Claiming(null), token));
        var shown = Assert.Single((await _school.ParentsOfAsync(sanne)).Invitations);
        Assert.Equal((true, null), (shown.IsExpired, shown.Address));
        Assert.Equal(ResendInvitationResult.NotOpen, await _school.ResendAsync(sanne, shown.Id));
    }

    [Fact]
    [Trait("Rule", "I1")]
    public async Task Sending_again_gives_the_full_time_again_and_queues_one_mail()
    {
        var sanne = _school.Students.Add("Sanne");
        var token = await _school.InvitedAsync(sanne, "Jan", "jan@example.nl");
        _school.Clock.Advance(TimeSpan.FromDays(13));

        Assert.Equal(ResendInvitationResult.Resent, await _school.ResendAsync(sanne, Assert.Single(_school.State.Invitations.Keys)));
        Assert.Single(_school.State.Outbox);
        _school.Clock.Advance(TimeSpan.FromDays(13));

        Assert.Equal("Sanne", (await _school.FindAsync(token))?.GivenName);
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task An_invitation_of_a_student_made_inactive_waits()
    {
        var sanne = _school.Students.Add("Sanne");
        var token = await _school.InvitedAsync(sanne, "Jan", "jan@example.nl");
        await _school.SetActiveAsync(sanne, false);

        Assert.Null(await _school.FindAsync(token));
        Assert.IsType<SignInParentResult.NoAccess>(await _school.AcceptAsync(Identities.Claiming(null), token));

        await _school.SetActiveAsync(sanne, true);
        Assert.IsType<SignInParentResult.SignedIn>(await _school.AcceptAsync(Identities.Claiming(null), token));
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task An_accepted_invitation_is_gone_with_its_address()
    {
        var token = await _school.InvitedAsync(_school.Students.Add("Sanne"), "Jan", "jan@example.nl");

        await _school.AcceptAsync(Identities.Claiming(null), token);

        Assert.Empty(_school.State.Invitations);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();
}
