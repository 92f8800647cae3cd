using System.Reflection;
using Klik.ParentAccess.Core.Events;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Events;

public sealed class EventTests : IAsyncDisposable
{
    private readonly FakeSchool _school = new();

    [Fact]
    [Trait("Rule", "P7")]
    public async Task An_invitation_is_told_of_once_and_after_it_is_stored()
    {
        var sanne = _school.Students.Add("Sanne");

        var invited = Assert.IsType<InviteParentResult.Invited>(await _school.InviteAsync(sanne, "Jan", "jan@example.nl"));
        await _school.InviteAsync(sanne, "Jan", "jan@example.nl");

        var sent = new ParentAccessEvent.InvitationSent(invited.InvitationId);
        Assert.Equal([sent], _school.Events.Told);
        Assert.Contains(invited.InvitationId, _school.Events.StoredAt(sent).Invitations.Keys);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task What_is_rolled_back_is_not_told()
    {
        var sanne = _school.Students.Add("Sanne");
        for (var number = 0; number < 25; number++)
        {
            await _school.InviteAsync(sanne, "Jan", $"jan{number}@example.nl");
        }

        var refused = await _school.InviteAsync(sanne, "Jan", "jan@example.nl");

        Assert.IsType<InviteParentResult.TooMany>(refused);
        Assert.Equal(25, _school.Events.Told.Count());
    }

    [Theory]
    [Trait("Rule", "P7")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_accepted_invitation_is_told_of_once_and_after_the_link_is_stored(bool byAddress)
    {
        var token = await _school.InvitedAsync(_school.Students.Add("Sanne"), "Jan", "jan@gmail.com");
        var id = Assert.Single(_school.State.Invitations.Keys);
        var jan = Identities.Proven("jan@gmail.com");

        await (byAddress ? _school.SignInAsync(jan) : _school.AcceptAsync(jan, token));
        await _school.AcceptAsync(jan, token);
        await _school.SignInAsync(jan);

        var accepted = new ParentAccessEvent.InvitationAccepted(id);
        Assert.Equal([new ParentAccessEvent.InvitationSent(id), accepted], _school.Events.Told);
        Assert.Single(_school.Events.StoredAt(accepted).Links);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task Withdrawn_consent_is_told_of_once_and_after_the_link_is_gone()
    {
        var sanne = _school.Students.Add("Sanne");
        await _school.AcceptAsync(Identities.Claiming(null), await _school.InvitedAsync(sanne, "Jan", "jan@example.nl"));
        var link = Assert.Single(_school.State.Links.Keys);

        Assert.True(await _school.WithdrawAsync(sanne, link));
        Assert.False(await _school.WithdrawAsync(sanne, link));

        var withdrawn = Assert.Single(_school.Events.Told.OfType<ParentAccessEvent.ConsentWithdrawn>());
        Assert.Equal(link, withdrawn.LinkId);
        Assert.Empty(_school.Events.StoredAt(withdrawn).Links);
    }

    [Fact]
    [Trait("Rule", "I9")]
    public void An_event_can_say_nothing_of_student_or_parent()
    {
        var kinds = typeof(ParentAccessEvent).GetNestedTypes();

        Assert.NotEmpty(kinds);
        Assert.All(kinds, kind =>
        {
            var properties = kind.GetProperties(BindingFlags.Public | BindingFlags.Instance);
            Assert.Equal(typeof(Guid), Assert.Single(properties).PropertyType);
        });
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();
}
