namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>Who has registered with an address.</summary>
/// <param name="Confirmed">The account that showed the address to be its own.</param>
/// <param name="Unconfirmed">The oldest of those that did not. It comes in by its own password, and never in the place of the
/// other: somebody else's address, typed by mistake or on purpose, gives nothing to its owner and takes nothing away.</param>
public sealed record OwnAccountsOfAddress(OwnAccount? Confirmed, OwnAccount? Unconfirmed);
