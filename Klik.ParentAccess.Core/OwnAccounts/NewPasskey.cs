namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>A passkey that was just made, its signature and challenge checked.</summary>
/// <param name="OwnAccountId">The account that it was made for.</param>
/// <param name="Passkey">The passkey.</param>
public sealed record NewPasskey(Guid OwnAccountId, Passkey Passkey);
