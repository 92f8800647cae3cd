using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>People who have signed in at a provider.</summary>
internal static class Identities
{
    /// <summary>A Google account whose provider proves its address.</summary>
    public static ExternalIdentity Proven(string address) => Of(address, isAuthoritative: true);

    /// <summary>A Microsoft account that claims an address and proves nothing.</summary>
    public static ExternalIdentity Claiming(string? address, string subject = "claiming") =>
        new(ExternalProvider.Microsoft, "https://login.microsoftonline.com/some-tenant/v2.0", subject, Parse(address), IsAuthoritative: false);

    private static ExternalIdentity Of(string address, bool isAuthoritative) =>
        new(ExternalProvider.Google, "https://accounts.google.com", $"subject of {address}", Parse(address), isAuthoritative);

    private static EmailAddress? Parse(string? address) => EmailAddress.TryParse(address, out var parsed) ? parsed : null;
}
