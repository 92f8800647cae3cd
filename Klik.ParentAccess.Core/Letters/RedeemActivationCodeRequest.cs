using System.Net;
using Klik.ParentAccess.Core.Letters.Throttling;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>What a parent sends to use a letter.</summary>
/// <param name="Parent">Who.</param>
/// <param name="Code">The code as typed or filled in.</param>
/// <param name="BirthDate">The child's date of birth; null when it was not asked for yet (rule L7).</param>
/// <param name="Language">The language that the parent uses now, two letters.</param>
/// <param name="NetworkAddress">Where the request comes from; null when that is not known.</param>
/// <param name="Answer">The answer to the challenge that the former try was met with, if it was.</param>
public sealed record RedeemActivationCodeRequest(
    LetterParent Parent,
    string? Code,
    DateOnly? BirthDate,
    string? Language,
    IPAddress? NetworkAddress,
    ChallengeAnswer? Answer)
{
    /// <summary>Hidden, so that no code reaches a log by being formatted.</summary>
    public override string ToString() => "(redemption)";
}
