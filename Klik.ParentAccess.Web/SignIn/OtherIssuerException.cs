namespace Klik.ParentAccess.Web.SignIn;

/// <summary>A discovery document speaks for another issuer than the address that it was fetched from. The log names it by its type.</summary>
internal sealed class OtherIssuerException()
    : Exception("The discovery document is of another issuer than the authority that is set.");
