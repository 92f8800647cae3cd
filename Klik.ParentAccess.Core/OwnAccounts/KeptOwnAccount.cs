namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>What a parent sees of the own account.</summary>
/// <param name="Name">The name it was registered with.</param>
/// <param name="Address">The address it was registered with.</param>
/// <param name="CreatedAt">When it was registered.</param>
/// <param name="ConfirmedAt">When the address was confirmed, if it was.</param>
/// <param name="HasPassword">Whether there is a password; what is kept of it is a hash.</param>
/// <param name="Passkeys">Its passkeys, the oldest first.</param>
public sealed record KeptOwnAccount(
    string Name,
    string Address,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ConfirmedAt,
    bool HasPassword,
    IReadOnlyList<KeptOwnAccount.KeptPasskey> Passkeys)
{
    /// <summary>A passkey.</summary>
    /// <param name="Id">Its name among the account's passkeys.</param>
    /// <param name="CreatedAt">When it was added.</param>
    public sealed record KeptPasskey(string Id, DateTimeOffset CreatedAt);
}
