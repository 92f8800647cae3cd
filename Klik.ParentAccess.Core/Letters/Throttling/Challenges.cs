using System.Buffers.Binary;
using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Klik.ParentAccess.Core.Privacy;

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
    private const int CodeLength = 32;
    private const int Length = 1 + StampLength + CodeLength;

    /// <summary>Makes a challenge for an account.</summary>
    public Challenge For(AttemptCount account, DateTimeOffset now)
    {
        var token = new byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(token.AsSpan(1), now.UtcTicks);
        BinaryPrimitives.WriteInt32BigEndian(token.AsSpan(1 + sizeof(long)), account.Attempts);
        var (version, code) = personalData.Authenticate(Purpose, Message(account, token.AsSpan(1, StampLength)));
        token[0] = version;
        code.CopyTo(token, 1 + StampLength);
        return new Challenge(Base64Url.EncodeToString(token), Difficulty);
    }

    /// <summary>Whether an answer opens the door for one attempt.</summary>
    public bool IsGood(ChallengeAnswer? answer, AttemptCount account, DateTimeOffset now)
    {
        if (answer?.Token is not { } text || text.Length != Base64Url.GetEncodedLength(Length) || !Base64Url.IsValid(text))
        {
            return false;
        }

        ReadOnlySpan<byte> token = Base64Url.DecodeFromChars(text);
        var stamp = token.Slice(1, StampLength);
        if (!personalData.IsAuthentic(Purpose, token[0], Message(account, stamp), token[(1 + StampLength)..])
            || BinaryPrimitives.ReadInt32BigEndian(stamp[sizeof(long)..]) != account.Attempts)
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

    private static byte[] Message(AttemptCount account, ReadOnlySpan<byte> stamp) => [.. stamp, .. Encoding.ASCII.GetBytes(account.Key.Value)];
}
