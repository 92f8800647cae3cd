using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Accounts;

public sealed class SignInParentTests : IAsyncDisposable
{
    private readonly FakeSchool _school = new();

    [Fact]
    [Trait("Rule", "I2")]
    public async Task Before_an_invitation_nobody_signs_in_and_nothing_is_kept()
    {
        Assert.IsType<SignInParentResult.NoAccess>(await _school.SignInAsync(Identities.Proven("jan@gmail.com")));

        Assert.Empty(_school.State.Accounts);
    }

    [Fact]
    [Trait("Rule", "P1")]
    public async Task An_address_that_its_provider_proves_accepts_what_is_open_for_it()
    {
        await _school.InvitedAsync(_school.Students.Add("Sanne"), "Jan", "Jan@gmail.com");
        await _school.InvitedAsync(_school.Students.Add("Tom"), "Jan", "jan@gmail.com");
        await _school.InvitedAsync(_school.Students.Add("Zoe"), "Mia", "mia@gmail.com");

        var result = await _school.SignInAsync(Identities.Proven("jan@gmail.com"));

        Assert.Equal(["Sanne", "Tom"], await _school.SeenByAsync(Assert.IsType<SignInParentResult.SignedIn>(result).Account));
    }

    [Theory]
    [Trait("Rule", "P1")]
    [InlineData("jan@gmail.com", false)]
    [InlineData("JAN@gmail.com", true)]
    [InlineData("jan+school@gmail.com", true)]
    [InlineData("j.an@gmail.com", true)]
    [InlineData("jan@googlemail.com", true)]
    public async Task An_address_that_is_only_claimed_or_is_another_string_accepts_nothing(string claimed, bool isProven)
    {
        await _school.InvitedAsync(_school.Students.Add("Sanne"), "Jan", "jan@gmail.com");

        var identity = isProven ? Identities.Proven(claimed) : Identities.Claiming(claimed);

        Assert.IsType<SignInParentResult.NoAccess>(await _school.SignInAsync(identity));
        Assert.Single(_school.State.Invitations);
        Assert.Empty(_school.State.Accounts);
    }

    [Fact]
    [Trait("Rule", "P1")]
    public async Task An_account_is_known_by_issuer_and_subject_and_never_by_address()
    {
        var token = await _school.InvitedAsync(_school.Students.Add("Sanne"), "Jan", "jan@gmail.com");
        await _school.AcceptAsync(Identities.Claiming("jan@gmail.com", "the one"), token);

        Assert.IsType<SignInParentResult.SignedIn>(await _school.SignInAsync(Identities.Claiming("changed@example.nl", "the one")));
        Assert.IsType<SignInParentResult.NoAccess>(await _school.SignInAsync(Identities.Claiming("jan@gmail.com", "another")));
        Assert.IsType<SignInParentResult.NoAccess>(await _school.SignInAsync(Identities.Proven("jan@gmail.com")));
        Assert.IsType<SignInParentResult.NoAccess>(await _school.SignInAsync(
            Identities.Claiming("jan@gmail.com", "the one") with { Issuer = "https://login.microsoftonline.com/foreign/v2.0" }));
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task A_parent_signs_in_as_long_as_one_student_is_active()
    {
        var (sanne, tom) = (_school.Students.Add("Sanne"), _school.Students.Add("Tom"));
        var jan = Identities.Proven("jan@gmail.com");
        await _school.InvitedAsync(sanne, "Jan", "jan@gmail.com");
        await _school.InvitedAsync(tom, "Jan", "jan@gmail.com");
        await _school.SignInAsync(jan);

        await _school.SetActiveAsync(sanne, false);
        var withOne = await _school.SignInAsync(jan);
        await _school.SetActiveAsync(tom, false);
        var withNone = await _school.SignInAsync(jan);

        Assert.Equal(["Sanne", "Tom"], await _school.SeenByAsync(Assert.IsType<SignInParentResult.SignedIn>(withOne).Account));
        Assert.IsType<SignInParentResult.NoAccess>(withNone);
    }

    [Fact]
    [Trait("Rule", "I8")]
    public async Task A_parent_who_lost_access_signs_in_at_once_after_a_new_invitation()
    {
        var (sanne, jan) = (_school.Students.Add("Sanne"), Identities.Proven("jan@gmail.com"));
        await _school.InvitedAsync(sanne, "Jan", "jan@gmail.com");
        var before = Assert.IsType<SignInParentResult.SignedIn>(await _school.SignInAsync(jan)).Account;
        await _school.WithdrawAsync(sanne, Assert.Single(_school.State.Links.Keys));
        Assert.IsType<SignInParentResult.NoAccess>(await _school.SignInAsync(jan));

        await _school.InvitedAsync(sanne, "Jan", "jan@gmail.com");

        var after = Assert.IsType<SignInParentResult.SignedIn>(await _school.SignInAsync(jan)).Account;
        Assert.Equal(before.Id, after.Id);
        Assert.Null(_school.State.Accounts[after.Id].WithoutLinksSince);
    }

    [Fact]
    [Trait("Rule", "I12")]
    public async Task A_missing_child_comes_with_a_new_invitation()
    {
        var (sanne, tom) = (_school.Students.Add("Sanne"), _school.Students.Add("Tom"));
        var jan = Identities.Proven("jan@gmail.com");
        await _school.InvitedAsync(sanne, "Jan", "jan@gmail.com");
        await _school.InvitedAsync(tom, "Jan", "jan@gmial.com");
        await _school.SignInAsync(jan);

        await _school.InvitedAsync(tom, "Jan", "jan@gmail.com");
        var result = await _school.SignInAsync(jan);

        Assert.Equal(["Sanne", "Tom"], await _school.SeenByAsync(Assert.IsType<SignInParentResult.SignedIn>(result).Account));
    }

    [Fact]
    [Trait("Rule", "I11")]
    public async Task Every_refusal_is_the_same()
    {
        var sanne = _school.Students.Add("Sanne");
        var token = await _school.InvitedAsync(sanne, "Jan", "jan@gmail.com");
        var unproven = await _school.SignInAsync(Identities.Claiming("jan@gmail.com"));
        var unknown = await _school.SignInAsync(Identities.Proven("nobody@gmail.com"));
        await _school.AcceptAsync(Identities.Claiming(null), token);
        await _school.WithdrawAsync(sanne, Assert.Single(_school.State.Links.Keys));
        var withdrawn = await _school.SignInAsync(Identities.Claiming(null));

        Assert.All([unproven, unknown, withdrawn], result => Assert.Equal(new SignInParentResult.NoAccess(), result));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();
}
