namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>How the lying provider signs its next ID token.</summary>
public enum SigningPlan
{
    /// <summary>As it should: RS256 with the published key.</summary>
    Honest,

    /// <summary>ES256 with a published key.</summary>
    HonestEllipticCurve,

    /// <summary>Not at all: <c>alg</c> is <c>none</c>.</summary>
    None,

    /// <summary>HS256, with the published key as the shared secret.</summary>
    HmacWithPublicKey,

    /// <summary>HS256 with the client's secret, as OpenID Connect allows and we do not.</summary>
    HmacWithClientSecret,

    /// <summary>RS256 with another key, under the published key's id.</summary>
    WrongKey,

    /// <summary>RS256 with a key that is not published, under its own id.</summary>
    UnknownKey,

    /// <summary>RS256 with another key, without a key id.</summary>
    WrongKeyWithoutId,

    /// <summary>RS256 with the key that is published for another tenant only.</summary>
    KeyOfAnotherTenant,
}
