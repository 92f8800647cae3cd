namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>Somebody at the demo school whom one can sign in as.</summary>
/// <param name="Label">The name to choose by.</param>
/// <param name="PreferredUserName">The user name at the school, as imported.</param>
/// <param name="Role">What the person is there, in one word.</param>
public sealed record DevelopmentPersona(string Label, string PreferredUserName, string Role);
