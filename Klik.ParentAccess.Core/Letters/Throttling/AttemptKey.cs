namespace Klik.ParentAccess.Core.Letters.Throttling;

/// <summary>What attempts are counted by.</summary>
/// <param name="Value">At most 100 ASCII characters, and nothing personal: accounts and network addresses are in it as keyed hashes.</param>
/// <param name="Window">How long attempts are counted together, from the first one on; after that counting starts anew.</param>
public sealed record AttemptKey(string Value, TimeSpan Window);
