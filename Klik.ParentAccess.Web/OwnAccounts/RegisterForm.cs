using Klik.ParentAccess.Core.OwnAccounts;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>The registration form as it was filled in, and what is wrong with it. A password is never shown again.</summary>
/// <param name="Name">The name.</param>
/// <param name="Address">The e-mail address.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="IsPasskeyWrong">Whether a passkey was made that is not what was asked for.</param>
public sealed record RegisterForm(string? Name, string? Address, OwnAccountResult.Invalid? Problems, bool IsPasskeyWrong)
{
    /// <summary>Nothing filled in.</summary>
    public static RegisterForm Empty { get; } = new(null, null, null, false);

    /// <summary>Hidden: it holds a name and an address.</summary>
    public override string ToString() => "(registration form)";
}
