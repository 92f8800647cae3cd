using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Klik.ParentAccess.Core.Privacy;

/// <summary>
/// A few bytes with a code that only the school's key can make, as text for the end of a link or a field of a form: key version,
/// message and code in base64url. Nothing of it is stored.
/// </summary>
internal static class SignedText
{
    private const int CodeLength = 32;

    /// <summary>Makes the text under the newest key.</summary>
    /// <param name="purpose">What it is for; a text for one purpose is none for another.</param>
    /// <param name="message">What it says, readable by anybody.</param>
    /// <param name="personalData">The school's keys.</param>
    /// <param name="context">What it is about but does not say; whoever reads it has to know.</param>
    public static string Make(string purpose, ReadOnlySpan<byte> message, PersonalData personalData, ReadOnlySpan<byte> context = default)
    {
        var (keyVersion, code) = personalData.Authenticate(purpose, [.. message, .. context]);
        return Base64Url.EncodeToString([keyVersion, .. message, .. code]);
    }

    /// <summary>Reads a text and checks that it was made with this school's key, for this purpose and about this.</summary>
    /// <param name="purpose">What it must be for.</param>
    /// <param name="text">As it came from outside.</param>
    /// <param name="length">How many bytes the message has.</param>
    /// <param name="personalData">The school's keys.</param>
    /// <param name="message">What it says.</param>
    /// <param name="context">What it must be about.</param>
    public static bool TryRead(
        string purpose, string text, int length, PersonalData personalData, [NotNullWhen(true)] out byte[]? message, ReadOnlySpan<byte> context = default)
    {
        message = null;
        // Both lengths: blanks between the letters are valid and say nothing.
        if (text.Length != Base64Url.GetEncodedLength(1 + length + CodeLength)
            || !Base64Url.IsValid(text, out var decodedLength)
            || decodedLength != 1 + length + CodeLength)
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        var said = bytes[1..(1 + length)];
        if (!personalData.IsAuthentic(purpose, bytes[0], [.. said, .. context], bytes.AsSpan(1 + length)))
        {
            return false;
        }

        message = said;
        return true;
    }

    /// <summary>The part of a link that is secret, of whatever was pasted: the link, or that part alone.</summary>
    public static string AfterHash(string? text)
    {
        text = text?.Trim() ?? "";
        return text[(text.LastIndexOf('#') + 1)..];
    }
}
