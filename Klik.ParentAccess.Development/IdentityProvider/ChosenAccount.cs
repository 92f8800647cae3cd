namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>The account that was picked or typed.</summary>
/// <param name="Issuer">The path of its issuer below <see cref="DevelopmentProvider.Root"/>.</param>
/// <param name="Claims">What its ID token says beside issuer, audience, nonce and times.</param>
internal sealed record ChosenAccount(string Issuer, IReadOnlyDictionary<string, object> Claims);
