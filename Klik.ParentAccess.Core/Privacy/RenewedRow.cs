namespace Klik.ParentAccess.Core.Privacy;

/// <summary>The same row under the newest key.</summary>
/// <param name="Old">As it was read.</param>
/// <param name="Name">Null where there was none.</param>
/// <param name="Address">Null where there was none.</param>
/// <param name="AddressHash">The address's hash; null without address.</param>
/// <param name="LoginHashes">
/// Of an account at the school: what the parent's account of it may be known by, the newest first. For a host that keeps no more of a login.
/// </param>
public sealed record RenewedRow(ProtectedRow Old, ProtectedText? Name, ProtectedText? Address, AddressHash? AddressHash, IReadOnlyList<LoginHash> LoginHashes);
