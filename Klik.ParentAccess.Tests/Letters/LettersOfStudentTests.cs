using Klik.ParentAccess.Core.Letters;

namespace Klik.ParentAccess.Tests.Letters;

[Trait("Rule", "P5")]
public sealed class LettersOfStudentTests : IAsyncDisposable
{
    private readonly LetterSchool _letters = new();

    private Fakes.FakeSchool School => _letters.School;

    public ValueTask DisposeAsync() => _letters.DisposeAsync();

    [Fact]
    public async Task A_student_sees_the_letter_how_many_seats_are_used_and_by_whom()
    {
        Assert.Null(await School.LettersOfAsync(_letters.Emma));
        await School.RedeemAsync(LetterSchool.Parent("Jan Jansen"), await _letters.CodeAsync());

        var letter = (await School.LettersOfAsync(_letters.Emma))!;

        Assert.Equal((2, LetterState.Open), (letter.Seats, letter.State));
        var seat = Assert.Single(letter.UsedSeats);
        Assert.Equal(("Jan Jansen", School.Clock.GetUtcNow()), (seat.Name, seat.TakenAt));
    }

    [Fact]
    public async Task A_freed_seat_ends_the_access_and_can_be_used_again()
    {
        var code = await _letters.CodeAsync();
        var linked = (RedeemActivationCodeResult.Linked)await School.RedeemAsync(LetterSchool.Parent("Jan verkeerd account"), code);
        await School.RedeemAsync(LetterSchool.Parent("Els"), code);
        var seat = (await School.LettersOfAsync(_letters.Emma))!.UsedSeats.Single(used => used.Name == "Jan verkeerd account");

        Assert.False(await School.FreeSeatAsync(School.Students.Add("Daan"), seat.LinkId));
        Assert.True(await School.FreeSeatAsync(_letters.Emma, seat.LinkId));
        Assert.False(await School.FreeSeatAsync(_letters.Emma, seat.LinkId));

        Assert.Empty(await School.SeenByAsync(linked.Account));
        Assert.DoesNotContain(School.State.Outbox.Values, message => message.LinkId == seat.LinkId);
        Assert.NotNull(School.State.Accounts[linked.Account.Id].WithoutLinksSince);
        Assert.Equal("Els", Assert.Single((await School.LettersOfAsync(_letters.Emma))!.UsedSeats).Name);
        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code));
    }

    [Fact, Trait("Rule", "I4")]
    public async Task Whose_consent_is_withdrawn_does_not_come_back_through_the_letter()
    {
        var code = await _letters.CodeAsync();
        var linked = (RedeemActivationCodeResult.Linked)await School.RedeemAsync(LetterSchool.Parent("Jan"), code);
        var link = Assert.Single(School.State.Links.Keys);

        Assert.True(await School.WithdrawAsync(_letters.Emma, link));

        Assert.Empty(await School.SeenByAsync(linked.Account));
        Assert.IsType<RedeemActivationCodeResult.Refused>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code));
        Assert.IsType<RedeemActivationCodeResult.Refused>(await School.RedeemAsync(LetterSchool.Parent("Jan met ander account"), code));
        var letter = (await School.LettersOfAsync(_letters.Emma))!;
        Assert.Equal(LetterState.Revoked, letter.State);
        Assert.Null(Assert.Single(letter.UsedSeats).Name);
    }

    [Fact, Trait("Rule", "I4")]
    public async Task Withdrawing_what_came_by_invitation_leaves_the_letter_alone()
    {
        var code = await _letters.CodeAsync();
        var token = await School.InvitedAsync(_letters.Emma, "Els", "els@example.nl");
        await School.AcceptAsync(Fakes.Identities.Proven("els@example.nl"), token);

        await School.WithdrawAsync(_letters.Emma, Assert.Single(School.State.Links.Keys));

        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code));
    }

    [Fact]
    public async Task A_withdrawn_letter_is_dead_and_those_who_used_it_stay()
    {
        var code = await _letters.CodeAsync();
        var linked = (RedeemActivationCodeResult.Linked)await School.RedeemAsync(LetterSchool.Parent("Jan"), code);

        Assert.True(await School.RevokeAsync(_letters.Emma));
        Assert.False(await School.RevokeAsync(_letters.Emma));

        Assert.IsType<RedeemActivationCodeResult.Refused>(await School.RedeemAsync(LetterSchool.Parent("Els"), code));
        Assert.Equal(["Emma"], await School.SeenByAsync(linked.Account));
    }

    [Theory]
    [InlineData(31, LetterState.Expired)]
    [InlineData(29, LetterState.Open)]
    public async Task The_state_follows_the_days(int days, LetterState state)
    {
        await _letters.CodeAsync();
        School.Clock.Advance(TimeSpan.FromDays(days));

        Assert.Equal(state, (await School.LettersOfAsync(_letters.Emma))!.State);
    }
}
