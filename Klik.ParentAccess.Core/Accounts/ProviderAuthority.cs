namespace Klik.ParentAccess.Core.Accounts;

/// <summary>
/// Decides whether a provider is authoritative for the address in its ID token, so that the address counts as proof of the
/// mailbox (rule P1). Claims come as text: a JSON true is <c>"true"</c>, a JSON 1 is <c>"1"</c>, an absent claim is null.
/// </summary>
public static class ProviderAuthority
{
    /// <summary>The tenant of personal Microsoft accounts.</summary>
    public static readonly Guid MicrosoftConsumerTenant = new("9188040d-6c67-4c5b-b112-36a304b66dad");

    /// <summary>
    /// Google is authoritative for a verified address that is its own (gmail.com, or googlemail.com as it is called in some
    /// countries), or of an account that a Workspace manages (<c>hd</c> is present).
    /// </summary>
    /// <remarks>
    /// <c>hd</c> is the first domain of the Workspace. It is not compared with the address, because one Workspace holds
    /// several domains, each of them proven to Google by their owner. An address of another mailbox that someone had
    /// verified for an account of their own has no <c>hd</c>, and the mailbox may have changed hands since.
    /// </remarks>
    /// <param name="address">The claim <c>email</c>, if it is a well-formed address.</param>
    /// <param name="emailVerified">The claim <c>email_verified</c>.</param>
    /// <param name="hostedDomain">The claim <c>hd</c>.</param>
    public static bool OfGoogle(EmailAddress? address, string? emailVerified, string? hostedDomain) =>
        address is not null
        && emailVerified is "true"
        && (!string.IsNullOrWhiteSpace(hostedDomain) || IsGoogleMail(address));

    /// <summary>
    /// Microsoft is authoritative for the address of a personal account, and for an address of an organisation whose domain
    /// that organisation has proven to own (<c>xms_edov</c>). Any other tenant writes into <c>email</c> what it likes.
    /// </summary>
    /// <param name="address">The claim <c>email</c>, if it is a well-formed address.</param>
    /// <param name="tenant">The claim <c>tid</c>, compared with the issuer before.</param>
    /// <param name="emailDomainOwnerVerified">The claim <c>xms_edov</c>, which comes as true, "true", 1 or "1".</param>
    public static bool OfMicrosoft(EmailAddress? address, Guid tenant, string? emailDomainOwnerVerified) =>
        address is not null
        && (tenant == MicrosoftConsumerTenant || emailDomainOwnerVerified is "true" or "1");

    private static bool IsGoogleMail(EmailAddress address) =>
        address.Normalized.EndsWith("@gmail.com", StringComparison.Ordinal)
        || address.Normalized.EndsWith("@googlemail.com", StringComparison.Ordinal);
}
