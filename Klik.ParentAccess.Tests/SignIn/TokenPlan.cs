namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>The ID token that the lying provider issues next. What is left out is as it should be.</summary>
public sealed record TokenPlan
{
    public const string PersonalTenant = "9188040d-6c67-4c5b-b112-36a304b66dad";

    public const string ForeignTenant = "6f3c1a52-0d7b-4f0e-9a39-2f1f0c8f7a11";

    /// <summary>The claim <c>sub</c>; null leaves it out.</summary>
    public string? Subject { get; init; } = "subject-1";

    /// <summary>The claim <c>iss</c>; null is the provider's own.</summary>
    public string? Issuer { get; init; }

    /// <summary>The claim <c>aud</c>: none is the client's own, several make an array.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>The claim <c>nonce</c>; null is the one that was sent.</summary>
    public string? Nonce { get; init; }

    /// <summary>When the token was issued, from now.</summary>
    public TimeSpan IssuedIn { get; init; } = TimeSpan.Zero;

    /// <summary>When it ends, from now.</summary>
    public TimeSpan ExpiresIn { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>From when it is valid, from now.</summary>
    public TimeSpan NotBeforeIn { get; init; } = TimeSpan.Zero;

    public SigningPlan Signing { get; init; }

    public TokenEndpointPlan TokenEndpoint { get; init; }

    /// <summary>The error with which the person is sent back instead of a code.</summary>
    public string? AuthorizeError { get; init; }

    /// <summary>All other claims; a null value removes one that would be there.</summary>
    public IReadOnlyDictionary<string, object?> Claims { get; init; } = new Dictionary<string, object?>();

    /// <summary>Text that is put first into the payload as it is: for names that come twice.</summary>
    public string RawPayloadStart { get; init; } = "";

    /// <summary>More of the token's header.</summary>
    public IReadOnlyDictionary<string, object?> Header { get; init; } = new Dictionary<string, object?>();

    /// <summary>A Google account.</summary>
    public static TokenPlan Google(string? email, object? emailVerified = null, string? hostedDomain = null) =>
        new TokenPlan().With("email", email).With("email_verified", emailVerified ?? true).With("hd", hostedDomain);

    /// <summary>A Microsoft account: personal, or of a tenant.</summary>
    public static TokenPlan Microsoft(string? email, string tenant = PersonalTenant, object? domainOwnerVerified = null) =>
        new TokenPlan().With("email", email).With("tid", tenant).With("xms_edov", domainOwnerVerified);

    /// <summary>A student or a member of staff.</summary>
    public static TokenPlan School(string? userName, string? email = null) =>
        new TokenPlan().With("preferred_username", userName).With("email", email);

    /// <summary>The same with one claim more; a null value leaves the claim out.</summary>
    public TokenPlan With(string claim, object? value) =>
        this with { Claims = new Dictionary<string, object?>(Claims) { [claim] = value } };
}
