using System.Buffers.Binary;
using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>
/// The code in a parent letter (rule P4): <c>XXXX-XXXX-XXXX-XXXX</c> in Crockford's base 32, 75 bits that nobody can guess and a
/// check sign. Derived from the letter with the school's key, so that a letter can be printed again though its code is stored
/// nowhere; the store knows a keyed hash of it.
/// </summary>
public sealed record ActivationCode
{
    /// <summary>How many signs a code has, the check sign included and the hyphens not.</summary>
    public const int Length = 16;

    /// <summary>The longest text that is looked at, in characters: a link with a code is shorter.</summary>
    public const int MaxTextLength = 500;

    private const string Purpose = "activation-code";
    private const string HashPurpose = "activation-code-hash";
    private const int GroupLength = 4;
    private const int BitsPerSign = 5;

    private ActivationCode(ReadOnlySpan<byte> values) => Text = Write(values);

    /// <summary>The code as it is printed.</summary>
    public string Text { get; }

    /// <summary>Reads what somebody typed, or a whole link that ends in a code: in any case, with blanks and dashes of any kind
    /// or none, O for 0, I and L for 1, full-width signs.</summary>
    /// <returns>What is wrong with it; null when it is a code, which says nothing yet about whether a letter has it.</returns>
    public static ActivationCodeProblem? TryParse(string? text, out ActivationCode code)
    {
        code = None;
        var typed = text.AsSpan();
        if (typed.Length > MaxTextLength)
        {
            return ActivationCodeProblem.TooLong;
        }

        Span<byte> values = stackalloc byte[Length];
        var count = 0;
        foreach (var sign in typed[(typed.LastIndexOf('#') + 1)..])
        {
            var value = CodeAlphabet.ValueOf(sign);
            if (value == CodeAlphabet.Foreign)
            {
                return ActivationCodeProblem.ForeignSign;
            }

            if (value != CodeAlphabet.Between && count++ < Length)
            {
                values[count - 1] = (byte)value;
            }
        }

        if (count != Length)
        {
            return count == 0 ? ActivationCodeProblem.Empty : count < Length ? ActivationCodeProblem.TooShort : ActivationCodeProblem.TooLong;
        }

        if (!CheckSign.IsRight(values))
        {
            return ActivationCodeProblem.Mistyped;
        }

        code = new ActivationCode(values);
        return null;
    }

    /// <summary>Hidden, so that a code never reaches a log by being formatted.</summary>
    public override string ToString() => "(activation code)";

    /// <summary>The code of a letter.</summary>
    /// <param name="letterId">The letter.</param>
    /// <param name="issue">Which issue of it: the next one has another code, so that the former one is dead.</param>
    /// <param name="keyVersion">The version of the school's key that it was made with.</param>
    /// <param name="personalData">The school's keys.</param>
    /// <returns>Null when that version of the key is gone: the letter can be issued anew, but not printed again.</returns>
    internal static ActivationCode? For(Guid letterId, int issue, byte keyVersion, PersonalData personalData)
    {
        Span<byte> message = stackalloc byte[16 + sizeof(int)];
        letterId.TryWriteBytes(message, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(message[16..], issue);
        return personalData.Authenticate(Purpose, keyVersion, message) is { } bytes ? FromRandom(bytes) : null;
    }

    /// <summary>The hashes, one a key version, that the letter with this code may be known by.</summary>
    internal IReadOnlyList<CodeHash> Hashes(PersonalData personalData) =>
        [.. personalData.Hashes(HashPurpose, Text).Select(hash => new CodeHash(hash))];

    /// <summary>The hash that a letter issued now is known by: under the newest key.</summary>
    internal CodeHash Hash(PersonalData personalData) => Hashes(personalData)[0];

    private static ActivationCode None { get; } = new(new byte[Length]);

    // 75 of the 80 bits: fifteen signs of five.
    private static ActivationCode FromRandom(ReadOnlySpan<byte> random)
    {
        Span<byte> values = stackalloc byte[Length];
        var bits = (UInt128)BinaryPrimitives.ReadUInt64BigEndian(random) << 16 | BinaryPrimitives.ReadUInt16BigEndian(random[8..]);
        for (var place = 0; place < Length - 1; place++)
        {
            values[place] = (byte)((int)bits & ((1 << BitsPerSign) - 1));
            bits >>= BitsPerSign;
        }

        values[^1] = (byte)CheckSign.For(values[..^1]);
        return new ActivationCode(values);
    }

    private static string Write(ReadOnlySpan<byte> values)
    {
        Span<char> text = stackalloc char[Length + (Length / GroupLength) - 1];
        text.Fill('-');
        for (var place = 0; place < Length; place++)
        {
            text[place + (place / GroupLength)] = CodeAlphabet.Signs[values[place]];
        }

        return new string(text);
    }
}
