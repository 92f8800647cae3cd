using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Throttling;

namespace Klik.ParentAccess.Core.Letters.Throttling;

/// <summary>
/// Makes challenges and checks answers. Nothing is stored: a challenge says when it was made and after how many attempts of which
/// account, and is signed with the school's key, so that every process knows its own and another's. Because the attempt that it
/// admits raises that number, it admits no second one.
/// </summary>
internal sealed class Challenges(PersonalData personalData)
{
    /// <summary>About a quarter of a million hashes: a second for a telephone.</summary>
    public const int Difficulty = 18;

    /// <summary>Who waits so long needs no proof: for browsers without script.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    /// <summary>How long a challenge can be answered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const string Purpose = "attempt-challenge";
    private const int MaxProofLength = 64;
    private const int StampLength = sizeof(long) + sizeof(int);

    /// <summary>Makes a challenge for an account.</summary>
    public Challenge For(AttemptCount account, DateTimeOffset now)
    {
        Span<byte> stamp = stackalloc byte[StampLength];
        BinaryPrimitives.WriteInt64BigEndian(stamp, now.UtcTicks);
        BinaryPrimitives.WriteInt32BigEndian(stamp[sizeof(long)..], account.Attempts);
        return new Challenge(SignedText.Make(Purpose, stamp, personalData, Context(account)), Difficulty);
    }

    /// <summary>Whether an answer opens the door for one attempt.</summary>
    public bool IsGood(ChallengeAnswer? answer, AttemptCount account, DateTimeOffset now)
    {
        if (answer?.Token is not { } text
            || !SignedText.TryRead(Purpose, text, StampLength, personalData, out var stamp, Context(account))
            || BinaryPrimitives.ReadInt32BigEndian(stamp.AsSpan(sizeof(long))) != account.Attempts)
        {
            return false;
        }

        var age = now.UtcTicks - BinaryPrimitives.ReadInt64BigEndian(stamp);
        return age >= 0 && age <= Lifetime.Ticks && (age >= Wait.Ticks || IsProof(text, answer.Proof));
    }

    private static bool IsProof(string token, string? proof)
    {
        if (proof is not { Length: > 0 and <= MaxProofLength })
        {
            return false;
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{token}:{proof}"));
        return BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt32BigEndian(hash)) >= Difficulty;
    }

    private static byte[] Context(AttemptCount account) => Encoding.ASCII.GetBytes(account.Key.Value);
}
