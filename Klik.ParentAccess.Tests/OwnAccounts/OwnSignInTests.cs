using System.Net;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.OwnAccounts;

[Trait("Rule", "L4")]
public sealed class OwnSignInTests
{
    [Fact]
    [Trait("Rule", "P1")]
    public async Task Every_refusal_is_the_same_and_costs_the_same_work()
    {
        await using var desk = new OwnAccountDesk();
        await desk.OwnerAsync();
        await desk.RegisterAsync("piet@example.nl");

        foreach (var (address, password) in new[]
        {
            (OwnAccountDesk.Address, "niet het wachtwoord"), ("niemand@example.nl", OwnAccountDesk.Password), ("piet@example.nl", "niet het wachtwoord"),
        })
        {
            var compared = desk.School.Hashes.Compared;
            Assert.Equal(new OwnAccountResult.Refused(), await desk.SignInAsync(address, password));
            Assert.Equal(2, desk.School.Hashes.Compared - compared);
        }
    }

    [Fact]
    public async Task Wrong_passwords_lock_an_address_for_longer_and_longer_and_the_right_one_too()
    {
        await using var desk = new OwnAccountDesk();
        await desk.OwnerAsync();

        for (var i = 0; i < 5; i++)
        {
            await desk.SignInAsync(password: $"fout {i}");
        }

        var locked = await desk.SignInAsync();
        desk.School.Clock.Advance(TimeSpan.FromSeconds(31));
        await desk.SignInAsync(password: "fout 6");
        desk.School.Clock.Advance(TimeSpan.FromSeconds(31));
        var lockedLonger = await desk.SignInAsync();
        desk.School.Clock.Advance(TimeSpan.FromSeconds(30));
        var open = await desk.SignInAsync();

        Assert.Equal(new OwnAccountResult.Refused(), locked);
        Assert.Equal(new OwnAccountResult.Refused(), lockedLonger);
        Assert.IsType<OwnAccountResult.SignedIn>(open);
    }

    [Fact]
    public async Task Of_a_hundred_passwords_at_once_no_more_are_compared_than_are_free()
    {
        await using var desk = new OwnAccountDesk();
        await desk.OwnerAsync();
        var before = desk.School.Hashes.ComparedWithHash;

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(
            () => desk.SignInAsync(password: $"fout fout fout {i}", network: IPAddress.Parse($"192.0.2.{i}")), TestContext.Current.CancellationToken)));

        Assert.Equal(5, desk.School.Hashes.ComparedWithHash - before);
    }

    [Fact]
    public async Task The_right_password_makes_forget_the_wrong_ones()
    {
        await using var desk = new OwnAccountDesk();
        await desk.OwnerAsync();

        for (var i = 0; i < 20; i++)
        {
            await desk.SignInAsync(password: i % 4 == 0 ? OwnAccountDesk.Password : "fout fout fout");
        }

        Assert.IsType<OwnAccountResult.SignedIn>(await desk.SignInAsync());
    }

    [Fact]
    public async Task A_hash_that_is_no_longer_sound_is_made_anew_and_ends_no_session()
    {
        await using var desk = new OwnAccountDesk();
        var owner = await desk.OwnerAsync();
        var account = Assert.Single(desk.State.OwnAccounts.Values);
        desk.School.Store.Commit(desk.State with
        {
            OwnAccounts = desk.State.OwnAccounts.SetItem(account.Id, account with { PasswordHash = FakePasswordHashes.OldHash(OwnAccountDesk.Password) }),
        });

        await desk.SignInAsync();

        Assert.Equal(account.PasswordHash, Assert.Single(desk.State.OwnAccounts.Values).PasswordHash);
        Assert.True(await desk.HoldsAsync(owner.Session));
    }

    [Fact]
    public async Task Turning_own_accounts_off_ends_their_sessions_and_their_mail()
    {
        await using var desk = new OwnAccountDesk();
        var owner = await desk.OwnerAsync();
        await desk.ForgetAsync();
        var sent = desk.School.Mail.Sent.Count;

        desk.School.Context.School = desk.School.Context.School with { AllowsOwnAccounts = false };

        Assert.False(await desk.HoldsAsync(owner.Session));
        await desk.School.SendMailAsync();
        Assert.Equal(sent, desk.School.Mail.Sent.Count);
    }

    [Fact]
    [Trait("Rule", "P1")]
    public async Task Asking_for_a_new_password_answers_the_same_for_every_address_and_mails_only_a_confirmed_one()
    {
        await using var desk = new OwnAccountDesk();
        await desk.OwnerAsync();
        await desk.RegisterAsync("piet@example.nl");
        await desk.School.SendMailAsync();
        var sent = desk.School.Mail.Sent.Count;

        OwnAccountResult[] answers = [await desk.ForgetAsync(), await desk.ForgetAsync("piet@example.nl"), await desk.ForgetAsync("niemand@example.nl")];
        var queued = desk.State.Outbox.Count;
        await desk.School.SendMailAsync();

        Assert.All(answers, answer => Assert.Equal(new OwnAccountResult.LookInMail(), answer));
        Assert.Equal(3, queued);
        Assert.Equal(OwnAccountDesk.Address, Assert.Single(desk.School.Mail.Sent.Skip(sent)).To.Value);
    }

    [Fact]
    public async Task A_reset_works_once_within_an_hour_and_puts_everybody_else_out()
    {
        await using var desk = new OwnAccountDesk();
        var owner = await desk.OwnerAsync();
        Assert.IsType<OwnAccountResult.SignedIn>(await desk.AddPasskeyAsync(
            owner.Session.OwnAccountId, OwnAccountDesk.Password, OwnAccountDesk.NewPasskey(owner.Session.OwnAccountId)));
        desk.School.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.ForgetAsync();
        var secret = await desk.MailedSecretAsync("ResetPassword");

        var common = await desk.ResetAsync(secret, "password1234");
        var done = Assert.IsType<OwnAccountResult.SignedIn>(await desk.ResetAsync(secret, "een nieuw begin maken"));
        var twice = await desk.ResetAsync(secret, "nog een keer proberen");
        await desk.School.SendMailAsync();

        Assert.Equal(PasswordProblem.Common, Assert.IsType<OwnAccountResult.Invalid>(common).Password);
        Assert.IsType<OwnAccountResult.DeadLink>(twice);
        Assert.False(await desk.HoldsAsync(owner.Session));
        Assert.True(await desk.HoldsAsync(done.Session));
        Assert.Empty(desk.State.Passkeys);
        Assert.IsType<OwnAccountResult.Refused>(await desk.SignInAsync());
        Assert.IsType<OwnAccountResult.SignedIn>(await desk.SignInAsync(password: "een nieuw begin maken"));
        Assert.Contains(desk.School.Mail.Sent, mail => mail.Content.Subject == "SignInChanged");
    }

    [Fact]
    public async Task A_reset_is_too_late_after_an_hour_and_after_any_other_change()
    {
        await using var desk = new OwnAccountDesk();
        var owner = await desk.OwnerAsync();
        await desk.ForgetAsync();
        var first = await desk.MailedSecretAsync("ResetPassword");
        desk.School.Clock.Advance(TimeSpan.FromMinutes(1));
        var changed = await desk.ChangeAsync(owner.Session.OwnAccountId, OwnAccountDesk.Password, "een nieuw begin maken");
        var afterChange = await desk.ResetAsync(first, "van een dief gekozen");
        desk.School.Clock.Advance(TimeSpan.FromHours(2));
        await desk.ForgetAsync();
        var second = await desk.MailedSecretAsync("ResetPassword");
        desk.School.Clock.Advance(TimeSpan.FromHours(1));

        Assert.IsType<OwnAccountResult.SignedIn>(changed);
        Assert.IsType<OwnAccountResult.DeadLink>(afterChange);
        Assert.IsType<OwnAccountResult.DeadLink>(await desk.ResetAsync(second, "van een dief gekozen"));
    }

    [Fact]
    public async Task Changing_how_to_sign_in_asks_for_the_present_password()
    {
        await using var desk = new OwnAccountDesk();
        var id = (await desk.OwnerAsync()).Session.OwnAccountId;

        var password = await desk.ChangeAsync(id, "niet het wachtwoord", "een nieuw begin maken");
        var passkey = await desk.AddPasskeyAsync(id, "niet het wachtwoord", OwnAccountDesk.NewPasskey(id));
        var foreign = await desk.AddPasskeyAsync(id, OwnAccountDesk.Password, OwnAccountDesk.NewPasskey(Guid.Empty));

        Assert.All([password, passkey, foreign], result => Assert.Equal(new OwnAccountResult.Refused(), result));
        Assert.Empty(desk.State.Passkeys);
    }

    [Fact]
    public async Task The_last_way_to_sign_in_cannot_be_removed()
    {
        await using var desk = new OwnAccountDesk();
        var id = Guid.CreateVersion7(desk.School.Clock.GetUtcNow());
        await desk.RegisterAsync(password: null, passkey: OwnAccountDesk.NewPasskey(id, "one"));

        var last = await desk.RemovePasskeyAsync(id, "one");
        await desk.AddPasskeyAsync(id, null, OwnAccountDesk.NewPasskey(id, "other"));
        var unknown = await desk.RemovePasskeyAsync(id, "no such");
        var removed = await desk.RemovePasskeyAsync(id, "one");

        Assert.IsType<OwnAccountResult.LastWay>(last);
        Assert.IsType<OwnAccountResult.Refused>(unknown);
        Assert.IsType<OwnAccountResult.SignedIn>(removed);
        Assert.Equal("other", Assert.Single(desk.State.Passkeys).Passkey.CredentialId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x.y")]
    [InlineData("00000000-0000-0000-0000-000000000000.9999999999999999999")]
    public void What_is_no_session_is_none(string? text) => Assert.False(OwnAccountSession.TryParse(text, out _));
}
