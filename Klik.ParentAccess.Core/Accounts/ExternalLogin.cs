namespace Klik.ParentAccess.Core.Accounts;

/// <summary>The external account that a parent signs in with (rule P1).</summary>
/// <param name="Provider">Which provider it is of.</param>
/// <param name="Issuer">Who issued the subject; null where the host keeps no more than a keyed hash of the two.</param>
/// <param name="Subject">The provider's own name for the person, unique within the issuer; null where the issuer is.</param>
public sealed record ExternalLogin(ExternalProvider Provider, string? Issuer, string? Subject);
