namespace Klik.ParentAccess.Core.Letters.Throttling;

/// <summary>
/// What somebody does to try a code while the school or the network is throttled: a second of work by their browser, or half a
/// minute of waiting. Good for one attempt by one account.
/// </summary>
/// <param name="Token">To be sent back as it is, with the proof or after the wait.</param>
/// <param name="Difficulty">The proof is a text for which SHA-256 of <c>token:proof</c> (UTF-8) begins with so many zero bits.</param>
public sealed record Challenge(string Token, int Difficulty);
