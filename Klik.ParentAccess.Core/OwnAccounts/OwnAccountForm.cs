namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>What somebody filled in to register.</summary>
/// <param name="Name">The name.</param>
/// <param name="Address">The e-mail address.</param>
/// <param name="Password">The password; null where there is a passkey instead.</param>
/// <param name="Passkey">The passkey that was just made, with the account id that it was made for.</param>
/// <param name="Language">The language in use, two letters.</param>
/// <param name="MayEnterUnconfirmed">Whether something else, such as a letter's code or an invitation's secret, lets the person
/// in before the address is confirmed (rule L5). The address proves nothing until then (rule P1).</param>
public sealed record OwnAccountForm(
    string? Name,
    string? Address,
    string? Password,
    NewPasskey? Passkey,
    string? Language,
    bool MayEnterUnconfirmed)
{
    /// <summary>Hidden: it holds a password.</summary>
    public override string ToString() => "(registration)";
}
