namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>A code with what it is bound to and what it is good for.</summary>
internal sealed record IssuedCode(DevelopmentProvider Provider, AuthorizationRequest Request, ChosenAccount Account, DateTimeOffset ExpiresAt);
