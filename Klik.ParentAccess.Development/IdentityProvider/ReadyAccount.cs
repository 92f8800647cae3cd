namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>An account to pick with one press.</summary>
/// <param name="Label">What the button says.</param>
/// <param name="Note">What is particular about it.</param>
/// <param name="Fields">The fields of <see cref="AccountForm"/> that make it.</param>
public sealed record ReadyAccount(string Label, string Note, IReadOnlyDictionary<string, string> Fields);
