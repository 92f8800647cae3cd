using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>
/// An account that a parent has at the school itself, where the school allows it. To the rules it is one more external account:
/// access follows from links alone, never from having one (rules I2, L5).
/// </summary>
/// <param name="Id">The identifier, which is the subject of its <see cref="ExternalIdentity"/>.</param>
/// <param name="Name">The name that the parent registered with.</param>
/// <param name="Address">The address that the parent registered with, in lower case.</param>
/// <param name="AddressHash">What the address is matched by.</param>
/// <param name="Language">The language that the parent used, two letters.</param>
/// <param name="CreatedAt">When it was registered.</param>
/// <param name="ConfirmedAt">When the address was shown to be the parent's; null until then.</param>
/// <param name="PasswordHash">The password's hash as ASP.NET Core Identity makes it; null where there are only passkeys (rule I13).</param>
/// <param name="SecuredAt">When a way to sign in last changed; what was begun before with another value is over.</param>
public sealed record OwnAccount(
    Guid Id,
    ProtectedText Name,
    ProtectedText Address,
    AddressHash AddressHash,
    string? Language,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ConfirmedAt,
    string? PasswordHash,
    DateTimeOffset SecuredAt)
{
    /// <summary>The issuer of all own accounts: no provider's, because those are addresses of theirs.</summary>
    public const string Issuer = "urn:klik:own-account";

    /// <summary>The most passkeys that one account has.</summary>
    public const int MostPasskeys = 10;

    /// <summary>Who has signed in. The address counts as proof once it is confirmed (rule P1).</summary>
    public ExternalIdentity ToIdentity(PersonalData personalData)
    {
        ArgumentNullException.ThrowIfNull(personalData);
        var address = EmailAddress.TryParse(personalData.Unprotect(Address), out var known) ? known : null;
        return new ExternalIdentity(ExternalProvider.OwnAccount, Issuer, Id.ToString(), address, IsAuthoritative: address is not null && ConfirmedAt is not null);
    }

    /// <summary>The session that begins now.</summary>
    public OwnAccountSession ToSession() => new(Id, SecuredAt);

    /// <summary>Hidden: it holds a hash of a password.</summary>
    public override string ToString() => $"(own account {Id})";
}
