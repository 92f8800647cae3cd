using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Invitations;

public sealed class InviteParentTests : IAsyncDisposable
{
    private readonly FakeSchool _school = new();

    [Fact]
    [Trait("Rule", "I1")]
    public async Task An_invitation_goes_to_the_address_that_the_student_typed()
    {
        var sanne = _school.Students.Add("Sanne");

        await _school.InviteAsync(sanne, "Jan de Vries", " Jan@Example.NL ");
        await _school.SendMailAsync();

        var mail = Assert.Single(_school.Mail.Sent);
        Assert.Equal(("Jan@example.nl", "Sanne invites Jan de Vries"), (mail.To.Value, mail.Content.Subject));
    }

    [Fact]
    [Trait("Rule", "I5")]
    public async Task A_student_invites_any_number_of_parents()
    {
        var sanne = _school.Students.Add("Sanne");

        for (var i = 0; i < 25; i++)
        {
            Assert.IsType<InviteParentResult.Invited>(await _school.InviteAsync(sanne, "Jan de Vries", $"jan{i}@example.nl"));
        }

        Assert.Equal(25, (await _school.ParentsOfAsync(sanne)).Invitations.Count);
    }

    [Theory]
    [Trait("Rule", "I1")]
    [InlineData("", PersonNameProblem.Empty)]
    [InlineData(" \t\u00a0", PersonNameProblem.Empty)]
    [InlineData("1234", PersonNameProblem.NotAName)]
    [InlineData("Jan 🎉", PersonNameProblem.NotAName)]
    [InlineData("<b>Jan</b>", PersonNameProblem.NotAName)]
    [InlineData("Jan\u202eeirV", PersonNameProblem.NotAName)]
    [InlineData("Jan\r\nBcc: x", PersonNameProblem.NotAName)]
    [InlineData("Jan\ud800", PersonNameProblem.NotAName)]
    public async Task A_name_that_is_none_is_refused(string name, PersonNameProblem problem)
    {
        var result = await _school.InviteAsync(_school.Students.Add("Sanne"), name, "jan@example.nl");

        Assert.Equal(new InviteParentResult.Refused(problem, null), result);
        Assert.Empty(_school.State.Outbox);
    }

    [Fact]
    [Trait("Rule", "I1")]
    public async Task A_name_of_three_hundred_letters_is_refused_and_one_of_a_hundred_is_not()
    {
        var sanne = _school.Students.Add("Sanne");

        Assert.Equal(new InviteParentResult.Refused(PersonNameProblem.TooLong, null), await _school.InviteAsync(sanne, new string('a', 300), "jan@example.nl"));
        Assert.IsType<InviteParentResult.Invited>(await _school.InviteAsync(sanne, new string('a', 100), "jan@example.nl"));
    }

    [Theory]
    [Trait("Rule", "I1")]
    [InlineData("José Ñandú-O’Brien")]
    [InlineData("Şükrü Öztürk")]
    [InlineData("محمد علي")]
    [InlineData("李小龍")]
    [InlineData("mw. A.B. van 't Hof (oma)")]
    public async Task A_name_of_any_script_is_taken(string name)
    {
        var sanne = _school.Students.Add("Sanne");

        Assert.IsType<InviteParentResult.Invited>(await _school.InviteAsync(sanne, $"  {name}  ", "jan@example.nl"));

        Assert.Equal(name, Assert.Single((await _school.ParentsOfAsync(sanne)).Invitations).Name);
    }

    [Theory]
    [Trait("Rule", "I1")]
    [InlineData("", AddressProblem.Empty)]
    [InlineData("jan", AddressProblem.Malformed)]
    [InlineData("jan@localhost", AddressProblem.Malformed)]
    [InlineData("jan@@example.nl", AddressProblem.Malformed)]
    [InlineData("Jan <jan@example.nl>", AddressProblem.Malformed)]
    [InlineData("jan@example.nl, mia@example.nl", AddressProblem.Malformed)]
    [InlineData("jan@example.nl\r\nBcc: mia@example.nl", AddressProblem.Malformed)]
    [InlineData("jan@127.0.0.1", AddressProblem.Malformed)]
    [InlineData("SANNE@student.example", AddressProblem.OwnAddress)]
    public async Task An_address_that_cannot_be_invited_is_refused(string address, AddressProblem problem)
    {
        var result = await _school.InviteAsync(_school.Students.Add("Sanne"), "Jan", address);

        Assert.Equal(new InviteParentResult.Refused(null, problem), result);
        Assert.Empty(_school.State.Outbox);
    }

    [Fact]
    [Trait("Rule", "I1")]
    public async Task Both_fields_are_judged_at_once()
    {
        var result = await _school.InviteAsync(_school.Students.Add("Sanne"), null, null);

        Assert.Equal(new InviteParentResult.Refused(PersonNameProblem.Empty, AddressProblem.Empty), result);
    }

    [Fact]
    [Trait("Rule", "I1")]
    public async Task An_address_is_invited_once_by_a_student_in_whatever_case()
    {
        var (sanne, tom) = (_school.Students.Add("Sanne"), _school.Students.Add("Tom"));
        await _school.InvitedAsync(sanne, "Jan", "jan@münchen.example");

        Assert.Equal(new InviteParentResult.Refused(null, AddressProblem.Invited), await _school.InviteAsync(sanne, "Jan", "JAN@xn--mnchen-3ya.example"));
        Assert.IsType<InviteParentResult.Invited>(await _school.InviteAsync(tom, "Jan", "jan@münchen.example"));
    }

    [Fact]
    [Trait("Rule", "I1")]
    public async Task A_parent_with_access_is_not_invited_again()
    {
        var sanne = _school.Students.Add("Sanne");
        await _school.AcceptAsync(Identities.Claiming(null), await _school.InvitedAsync(sanne, "Jan", "jan@example.nl"));

        Assert.Equal(new InviteParentResult.Refused(null, AddressProblem.HasAccess), await _school.InviteAsync(sanne, "Jan", "JAN@example.nl"));
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task An_inactive_student_invites_nobody()
    {
        var sanne = _school.Students.Add("Sanne");
        await _school.SetActiveAsync(sanne, false);

        Assert.IsType<InviteParentResult.NotAllowed>(await _school.InviteAsync(sanne, "Jan", "jan@example.nl"));
    }

    [Fact]
    [Trait("Rule", "I10")]
    public async Task The_user_name_follows_the_latest_invitation_to_the_address()
    {
        var (sanne, tom) = (_school.Students.Add("Sanne"), _school.Students.Add("Tom"));
        await _school.AcceptAsync(Identities.Proven("jan@gmail.com"), await _school.InvitedAsync(sanne, "Papa Jan", "jan@gmail.com"));
        _school.Clock.Advance(TimeSpan.FromDays(1));

        await _school.InviteAsync(tom, "Jan de Vries", "jan@gmail.com");

        Assert.Equal("Jan de Vries", Assert.Single(_school.State.Accounts.Values).Account.UserName);
        Assert.Equal("Papa Jan", Assert.Single((await _school.ParentsOfAsync(sanne)).Parents).Name);
    }

    [Fact]
    [Trait("Rule", "I10")]
    public async Task Accepting_an_older_invitation_later_does_not_bring_its_name_back()
    {
        var (sanne, tom) = (_school.Students.Add("Sanne"), _school.Students.Add("Tom"));
        var older = await _school.InvitedAsync(sanne, "Papa Jan", "jan@example.nl");
        _school.Clock.Advance(TimeSpan.FromDays(1));
        var later = await _school.InvitedAsync(tom, "Jan de Vries", "jan@example.nl");

        await _school.AcceptAsync(Identities.Claiming(null), later);
        await _school.AcceptAsync(Identities.Claiming(null), older);

        Assert.Equal("Jan de Vries", Assert.Single(_school.State.Accounts.Values).Account.UserName);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();
}
