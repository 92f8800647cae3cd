using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Letters;

[Trait("Rule", "L1")]
public sealed class ReissueLetterTests : IAsyncDisposable
{
    private readonly FakeSchool _school = new();

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact, Trait("Rule", "P4")]
    public async Task A_letter_issued_anew_has_another_code_the_seats_that_are_left_and_a_full_time()
    {
        var anna = _school.Students.Add("Anna");
        var first = await _school.LetterAsync(anna);
        await _school.UseLetterAsync(anna, "Jan");
        _school.Clock.Advance(TimeSpan.FromDays(20));

        var anew = (await _school.ReissueAsync(anna))!;

        Assert.NotEqual(first.Code, anew.Code);
        Assert.Equal(1, _school.State.Letters[anna].FreeSeats);
        Assert.Equal(first.ExpiresAt.AddDays(20), anew.ExpiresAt);
        Assert.IsType<RedeemActivationCodeResult.Refused>(await _school.RedeemAsync(LetterSchool.Parent("Els"), first.Code.Text));
        Assert.IsType<RedeemActivationCodeResult.Linked>(await _school.RedeemAsync(LetterSchool.Parent("Els"), anew.Code.Text));
        Assert.Equal(2, _school.State.Links.Count);
    }

    [Fact, Trait("Rule", "P4")]
    public async Task What_is_not_there_withdrawn_or_used_up_is_not_issued_anew()
    {
        var (none, withdrawn, used) = (_school.Students.Add("Anna"), _school.Students.Add("Bas"), _school.Students.Add("Carla"));
        await _school.LetterAsync(withdrawn);
        await _school.RevokeAsync(withdrawn);
        await _school.UseLetterAsync(used, "Jan");
        await _school.UseLetterAsync(used, "Els");

        Assert.All([await _school.ReissueAsync(none), await _school.ReissueAsync(withdrawn), await _school.ReissueAsync(used)], Assert.Null);
    }
}
