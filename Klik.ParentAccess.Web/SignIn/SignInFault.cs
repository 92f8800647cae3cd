namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Why a sign-in failed, as the log names it.</summary>
internal enum SignInFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The person said no at the provider.</summary>
    AccessDenied,

    /// <summary>The provider sent the person back with another error.</summary>
    ProviderError,

    /// <summary>No state, or one that is not ours.</summary>
    StateUnreadable,

    /// <summary>The state belongs to another browser, or was used.</summary>
    OtherBrowser,

    /// <summary>The person came back after <c>RemoteAuthenticationTimeout</c>.</summary>
    TooLate,

    /// <summary>The person came back without a code.</summary>
    CodeMissing,

    /// <summary>The provider did not take the code: used, expired or not ours.</summary>
    CodeRefused,

    /// <summary>The token endpoint answered with another error.</summary>
    TokenEndpointError,

    /// <summary>The provider did not answer in time, or answered with something that cannot be read.</summary>
    ProviderUnavailable,

    /// <summary>The token endpoint's answer has no ID token.</summary>
    IdTokenMissing,

    /// <summary>The ID token is no readable JSON Web Token.</summary>
    IdTokenMalformed,

    /// <summary>The ID token is unsigned, or signed with an algorithm that is not accepted.</summary>
    IdTokenAlgorithm,

    /// <summary>The ID token's signature is not the provider's.</summary>
    IdTokenSignature,

    /// <summary>The ID token is of another issuer, or of another tenant than its issuer.</summary>
    IdTokenIssuer,

    /// <summary>The ID token is for another client.</summary>
    IdTokenAudience,

    /// <summary>The ID token has expired, is not valid yet, or says neither.</summary>
    IdTokenLifetime,

    /// <summary>The ID token answers another sign-in.</summary>
    IdTokenNonce,

    /// <summary>The ID token names nobody.</summary>
    IdTokenSubject,

    /// <summary>Something that was not foreseen.</summary>
    Unexpected,
}
