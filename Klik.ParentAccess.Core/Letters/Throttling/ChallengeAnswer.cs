namespace Klik.ParentAccess.Core.Letters.Throttling;

/// <summary>The answer to a <see cref="Challenge"/>.</summary>
/// <param name="Token">As it was given.</param>
/// <param name="Proof">The proof; null for who waited.</param>
public sealed record ChallengeAnswer(string? Token, string? Proof);
