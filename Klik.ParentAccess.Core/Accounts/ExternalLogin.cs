namespace Klik.ParentAccess.Core.Accounts;

/// <summary>The external account that a parent signs in with (rule P1).</summary>
/// <param name="Provider">Which provider it is of.</param>
/// <param name="Issuer">Who issued the subject.</param>
/// <param name="Subject">The provider's own name for the person, unique within the issuer.</param>
public sealed record ExternalLogin(ExternalProvider Provider, string Issuer, string Subject);
