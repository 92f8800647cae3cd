using System.Net;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.OwnAccounts;

[Trait("Rule", "L5")]
public sealed class RegisterOwnAccountTests
{
    [Fact]
    public async Task Registering_gives_nothing_before_the_address_is_confirmed()
    {
        await using var desk = new OwnAccountDesk();

        var registered = await desk.RegisterAsync();
        var entered = Assert.IsType<OwnAccountResult.SignedIn>(await desk.SignInAsync());

        Assert.IsType<OwnAccountResult.LookInMail>(registered);
        Assert.False(entered.Identity.IsAuthoritative);
        Assert.IsType<SignInParentResult.NoAccess>(await desk.School.SignInAsync(entered.Identity));
    }

    [Fact]
    [Trait("Rule", "P1")]
    [Trait("Rule", "I2")]
    public async Task A_confirmed_address_accepts_what_was_sent_to_it_and_an_unconfirmed_one_does_not()
    {
        await using var desk = new OwnAccountDesk();
        var student = desk.School.Students.Add("Sanne");
        await desk.School.InviteAsync(student, "Jan", "Jan@example.nl");
        await desk.RegisterAsync("JAN@example.nl");
        var unproven = Assert.IsType<OwnAccountResult.SignedIn>(await desk.SignInAsync());

        var before = await desk.School.SignInAsync(unproven.Identity);
        var proven = Assert.IsType<OwnAccountResult.SignedIn>(await desk.ConfirmAsync(await desk.MailedSecretAsync("ConfirmAddress")));
        var after = await desk.School.SignInAsync(proven.Identity);

        Assert.IsType<SignInParentResult.NoAccess>(before);
        var account = Assert.IsType<SignInParentResult.SignedIn>(after).Account;
        Assert.Equal(["Sanne"], await desk.School.SeenByAsync(account));
    }

    [Fact]
    public async Task Whoever_holds_something_that_lets_in_enters_at_once_with_an_address_that_proves_nothing()
    {
        await using var desk = new OwnAccountDesk();
        var student = desk.School.Students.Add("Sanne");
        var token = await desk.School.InvitedAsync(student, "Jan", "somebody.else@example.nl");

        var entered = Assert.IsType<OwnAccountResult.SignedIn>(await desk.RegisterAsync(mayEnter: true));
        var accepted = await desk.School.AcceptAsync(entered.Identity, token);

        Assert.False(entered.Identity.IsAuthoritative);
        Assert.IsType<SignInParentResult.SignedIn>(accepted);
    }

    [Fact]
    [Trait("Rule", "P1")]
    public async Task A_known_address_gives_the_same_answer_after_the_same_work_and_its_owner_a_mail()
    {
        await using var desk = new OwnAccountDesk();
        await desk.OwnerAsync();
        var (hashed, accounts) = (desk.School.Hashes.Hashed, desk.State.OwnAccounts.Count);

        var known = await desk.RegisterAsync(password: "iets heel anders dan eerst");
        var forKnown = desk.School.Hashes.Hashed - hashed;
        var unknown = await desk.RegisterAsync("piet@example.nl");
        var forUnknown = desk.School.Hashes.Hashed - hashed - forKnown;
        await desk.School.SendMailAsync();

        Assert.Equal(known, unknown);
        Assert.Equal((1, 1), (forKnown, forUnknown));
        Assert.Equal(accounts + 1, desk.State.OwnAccounts.Count);
        Assert.Equal(["AddressKnown", "ConfirmAddress"], desk.School.Mail.Sent.TakeLast(2).Select(mail => mail.Content.Subject).Order());
        Assert.Equal(OwnAccountDesk.Address, desk.School.Mail.Sent.Single(mail => mail.Content.Subject == "AddressKnown").To.Value);
        Assert.IsType<OwnAccountResult.Refused>(await desk.SignInAsync(password: "iets heel anders dan eerst"));
    }

    [Fact]
    public async Task The_secret_of_the_mail_alone_confirms_nothing()
    {
        await using var desk = new OwnAccountDesk();
        await desk.RegisterAsync();
        var secret = await desk.MailedSecretAsync("ConfirmAddress");

        var wrong = await desk.ConfirmAsync(secret, "niet het wachtwoord");
        var foreign = await desk.School.RunAsync((ConfirmOwnAddress confirm) =>
            confirm.WithPasskeyAsync(secret, OwnAccountDesk.NewPasskey(Guid.Empty), TestContext.Current.CancellationToken));

        Assert.IsType<OwnAccountResult.Refused>(wrong);
        Assert.IsType<OwnAccountResult.Refused>(foreign);
        Assert.All(desk.State.OwnAccounts.Values, account => Assert.Null(account.ConfirmedAt));
    }

    [Fact]
    public async Task A_registration_by_somebody_else_never_becomes_confirmed_by_the_owner_of_the_mailbox()
    {
        await using var desk = new OwnAccountDesk();
        await desk.RegisterAsync(password: "van een vreemde gekozen");
        var strangers = await desk.MailedSecretAsync("ConfirmAddress");
        await desk.RegisterAsync();
        var own = await desk.MailedSecretAsync("ConfirmAddress");

        var mixed = await desk.ConfirmAsync(strangers);
        var confirmed = await desk.ConfirmAsync(own);
        var late = await desk.ConfirmAsync(strangers, "van een vreemde gekozen");

        Assert.IsType<OwnAccountResult.Refused>(mixed);
        Assert.IsType<OwnAccountResult.SignedIn>(confirmed);
        Assert.IsType<OwnAccountResult.AddressTaken>(late);
        var stranger = Assert.IsType<OwnAccountResult.SignedIn>(await desk.SignInAsync(password: "van een vreemde gekozen"));
        Assert.False(stranger.Identity.IsAuthoritative);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("AAAA")]
    public async Task What_is_no_secret_of_this_school_is_a_dead_link(string secret)
    {
        await using var desk = new OwnAccountDesk();
        await desk.OwnerAsync();

        Assert.IsType<OwnAccountResult.DeadLink>(await desk.ConfirmAsync(secret));
        Assert.IsType<OwnAccountResult.DeadLink>(await desk.ResetAsync(secret, OwnAccountDesk.Password));
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task A_secret_with_any_sign_changed_or_of_another_purpose_is_dead()
    {
        await using var desk = new OwnAccountDesk();
        await desk.RegisterAsync();
        var secret = (await desk.MailedSecretAsync("ConfirmAddress"))!;
        var personal = new PersonalData(desk.School.Context);
        var now = desk.School.Clock.GetUtcNow();

        for (var at = 0; at < secret.Length; at++)
        {
            var changed = string.Concat(secret.AsSpan(0, at), secret[at] == 'A' ? "B" : "A", secret.AsSpan(at + 1));
            Assert.False(OwnAccountToken.TryRead(OwnAccountTokenPurpose.ConfirmAddress, changed, personal, now, out _), $"at {at}");
        }

        Assert.True(OwnAccountToken.TryRead(OwnAccountTokenPurpose.ConfirmAddress, $"https://x.example/#{secret} ", personal, now, out var token));
        Assert.False(OwnAccountToken.TryRead(OwnAccountTokenPurpose.ResetPassword, secret, personal, now, out _));
        Assert.DoesNotContain(secret, $"{token}", StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task A_registration_that_is_not_confirmed_is_erased_after_three_days()
    {
        await using var desk = new OwnAccountDesk();
        await desk.RegisterAsync();
        var secret = await desk.MailedSecretAsync("ConfirmAddress");

        desk.School.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        await desk.EraseAsync();
        var kept = desk.State.OwnAccounts.Count;
        desk.School.Clock.Advance(TimeSpan.FromSeconds(2));
        await desk.EraseAsync();

        Assert.Equal(1, kept);
        Assert.Empty(desk.State.OwnAccounts);
        Assert.Empty(desk.School.Attempts.Keys);
        Assert.IsType<OwnAccountResult.DeadLink>(await desk.ConfirmAsync(secret));
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task An_account_that_gives_access_is_kept_and_goes_with_the_parents_account()
    {
        await using var desk = new OwnAccountDesk();
        var token = await desk.School.InvitedAsync(desk.School.Students.Add("Sanne"), "Jan", "jan@elders.example");
        var entered = Assert.IsType<OwnAccountResult.SignedIn>(await desk.RegisterAsync(mayEnter: true));
        var account = Assert.IsType<SignInParentResult.SignedIn>(await desk.School.AcceptAsync(entered.Identity, token)).Account;

        desk.School.Clock.Advance(TimeSpan.FromDays(60));
        await desk.EraseAsync();
        var kept = desk.State.OwnAccounts.Count;
        var told = await desk.School.RunAsync((ExportParentData export) => export.ExecuteAsync(account.Id, entered.Session, TestContext.Current.CancellationToken));
        await desk.School.RunAsync(async (DeleteParentAccount delete) =>
        {
            await delete.ExecuteAsync(account.Id, entered.Session, TestContext.Current.CancellationToken);
            return true;
        });

        Assert.Equal(1, kept);
        Assert.Equal((OwnAccountDesk.Address, true), (told!.OwnAccount!.Address, told.OwnAccount.HasPassword));
        Assert.Empty(desk.State.OwnAccounts);
    }

    [Fact]
    public async Task No_more_than_a_few_mails_go_to_an_address_that_did_not_ask()
    {
        await using var desk = new OwnAccountDesk();

        for (var i = 0; i < 20; i++)
        {
            Assert.IsType<OwnAccountResult.LookInMail>(await desk.RegisterAsync(network: IPAddress.Parse($"192.0.2.{i}")));
        }

        await desk.School.SendMailAsync();
        Assert.Equal(3, desk.School.Mail.Sent.Count);
        Assert.Equal(3, desk.State.OwnAccounts.Count);
    }

    [Fact]
    public async Task Too_much_from_one_network_has_to_wait()
    {
        await using var desk = new OwnAccountDesk();
        OwnAccountResult? last = null;

        for (var i = 0; i < 31; i++)
        {
            last = await desk.RegisterAsync($"ouder{i}@example.nl", network: IPAddress.Parse($"2001:db8:0:1::{i + 1}"));
        }

        var elsewhere = await desk.RegisterAsync("ouder@example.nl", network: IPAddress.Parse("2001:db8:0:2::1"));

        Assert.Equal(desk.School.Clock.GetUtcNow().AddMinutes(1), Assert.IsType<OwnAccountResult.TooMany>(last).Until);
        Assert.IsType<OwnAccountResult.LookInMail>(elsewhere);
    }

    [Theory]
    [InlineData("", "jan@example.nl", "paarse olifant fietst")]
    [InlineData("<script>", "jan@example.nl", "paarse olifant fietst")]
    [InlineData("Jan", "geen adres", "paarse olifant fietst")]
    [InlineData("Jan", "jan@example.nl\r\nBcc: x@y.nl", "paarse olifant fietst")]
    [InlineData("Jan", "jan@example.nl", "jan12345678901")]
    [InlineData("Jan", "jan@example.nl", "")]
    public async Task What_is_not_right_is_refused_before_anything_is_stored(string name, string address, string password)
    {
        await using var desk = new OwnAccountDesk();

        var result = await desk.RegisterAsync(address, password, name: name);

        Assert.IsType<OwnAccountResult.Invalid>(result);
        Assert.Equal(FakeState.Empty.OwnAccounts, desk.State.OwnAccounts);
        Assert.Empty(desk.State.Outbox);
    }

    [Fact]
    public async Task A_passkey_that_is_posted_twice_makes_one_account()
    {
        await using var desk = new OwnAccountDesk();
        var made = OwnAccountDesk.NewPasskey(Guid.CreateVersion7(desk.School.Clock.GetUtcNow()));

        await desk.RegisterAsync(password: null, passkey: made);
        var again = await desk.RegisterAsync(password: null, passkey: made);

        Assert.IsType<OwnAccountResult.LookInMail>(again);
        var account = Assert.Single(desk.State.OwnAccounts.Values);
        Assert.Null(account.PasswordHash);
        Assert.Equal(made, Assert.Single(desk.State.Passkeys));
    }
}
