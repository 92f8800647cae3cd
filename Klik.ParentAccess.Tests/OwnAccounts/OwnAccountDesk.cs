using System.Net;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.OwnAccounts;

/// <summary>What people do with own accounts, each in a scope of its own, at a school that allows them.</summary>
internal sealed class OwnAccountDesk : IAsyncDisposable
{
    public const string Address = "jan@example.nl";
    public const string Password = "paarse olifant fietst";

    public static readonly IPAddress Home = IPAddress.Parse("192.0.2.7");

    public OwnAccountDesk() => School.Context.School = School.Context.School with { AllowsOwnAccounts = true };

    public FakeSchool School { get; } = new();

    public FakeState State => School.State;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public Task<OwnAccountResult> RegisterAsync(
        string address = Address, string? password = Password, bool mayEnter = false, string name = "Jan de Vries", NewPasskey? passkey = null, IPAddress? network = null) =>
        School.RunAsync((RegisterOwnAccount register) =>
            register.ExecuteAsync(new OwnAccountForm(name, address, password, passkey, "nl", mayEnter), network ?? Home, Ending));

    public Task<OwnAccountResult> SignInAsync(string address = Address, string? password = Password, IPAddress? network = null) =>
        School.RunAsync((SignInOwnAccount signIn) => signIn.WithPasswordAsync(address, password, network ?? Home, Ending));

    public Task<OwnAccountResult> ConfirmAsync(string? token, string? password = Password) =>
        School.RunAsync((ConfirmOwnAddress confirm) => confirm.WithPasswordAsync(token, password, Home, Ending));

    public Task<OwnAccountResult> ForgetAsync(string address = Address) =>
        School.RunAsync((RequestPasswordReset request) => request.ExecuteAsync(address, Home, Ending));

    public Task<OwnAccountResult> ResetAsync(string? token, string password) =>
        School.RunAsync((ResetPassword reset) => reset.ExecuteAsync(token, password, Ending));

    public Task<OwnAccountResult> ChangeAsync(Guid account, string present, string password) =>
        School.RunAsync((ChangeOwnSignIn change) => change.SetPasswordAsync(account, present, password, Home, Ending));

    public Task<OwnAccountResult> AddPasskeyAsync(Guid account, string? present, NewPasskey made) =>
        School.RunAsync((ChangeOwnSignIn change) => change.AddPasskeyAsync(account, present, made, Home, Ending));

    public Task<OwnAccountResult> RemovePasskeyAsync(Guid account, string credential) =>
        School.RunAsync((ChangeOwnSignIn change) => change.RemovePasskeyAsync(account, credential, Ending));

    public Task<bool> HoldsAsync(OwnAccountSession session) =>
        School.RunAsync((CheckOwnAccountSession check) => check.ExecuteAsync(session, Ending));

    public Task EraseAsync() => School.EraseAsync();

    /// <summary>Sends what is queued, and gives the secret of the latest mail of a kind.</summary>
    public async Task<string?> MailedSecretAsync(string kind)
    {
        await School.SendMailAsync();
        return School.Mail.Sent.LastOrDefault(mail => mail.Content.Subject == kind)?.Content.Text.Split('#')[1];
    }

    /// <summary>Registers and confirms.</summary>
    public async Task<OwnAccountResult.SignedIn> OwnerAsync(string address = Address, string password = Password)
    {
        await RegisterAsync(address, password);
        return Assert.IsType<OwnAccountResult.SignedIn>(await ConfirmAsync(await MailedSecretAsync("ConfirmAddress"), password));
    }

    public static NewPasskey NewPasskey(Guid account, string credential = "credential") =>
        new(account, new Passkey(credential, "key", 0, true, true, DateTimeOffset.UnixEpoch));

    public async ValueTask DisposeAsync() => await School.DisposeAsync();
}
