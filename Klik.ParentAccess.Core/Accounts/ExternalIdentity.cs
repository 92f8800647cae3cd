namespace Klik.ParentAccess.Core.Accounts;

/// <summary>
/// Who a provider says has signed in. Known by issuer and subject, never by address (rule P1).
/// </summary>
/// <param name="Provider">The provider the person chose.</param>
/// <param name="Issuer">The validated <c>iss</c> of the ID token; for Microsoft the tenant is part of it.</param>
/// <param name="Subject">The <c>sub</c> of the ID token, unique and stable within the issuer.</param>
/// <param name="Address">The address that the provider names, if it names a well-formed one.</param>
/// <param name="IsAuthoritative">Whether the provider is authoritative for <paramref name="Address"/>, so that the
/// address counts as proof of the mailbox (rule P1).</param>
public sealed record ExternalIdentity(
    ExternalProvider Provider,
    string Issuer,
    string Subject,
    EmailAddress? Address,
    bool IsAuthoritative);
