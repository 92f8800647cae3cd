using System.Text;

namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>Tells UTF-8 from UTF-16, with or without a byte order mark; what is neither is refused while it is read.</summary>
internal static class TextDecoding
{
    private const int Sample = 256;

    /// <summary>A reader that throws <see cref="DecoderFallbackException"/> at the first byte that does not belong.</summary>
    public static StreamReader Open(Stream stream)
    {
        var start = new byte[Sample];
        var length = stream.ReadAtLeast(start, Sample, throwOnEndOfStream: false);
        var (encoding, markLength) = Detect(start.AsSpan(0, length));
        return new StreamReader(new PrefixedStream(start.AsMemory(markLength, length - markLength), stream), encoding, detectEncodingFromByteOrderMarks: false, 64 * 1024);
    }

    private static (Encoding Encoding, int MarkLength) Detect(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("\uFEFF"u8))
        {
            return (Utf8(), 3);
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (Utf16(bigEndian: false), 2);
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (Utf16(bigEndian: true), 2);
        }

        // A header is ASCII, so that every second byte of UTF-16 is zero.
        return start.Length < 4 ? (Utf8(), 0)
            : (start[0], start[1], start[2], start[3]) switch
            {
                (not 0, 0, not 0, 0) => (Utf16(bigEndian: false), 0),
                (0, not 0, 0, not 0) => (Utf16(bigEndian: true), 0),
                _ => (Utf8(), 0),
            };
    }

    private static UTF8Encoding Utf8() => new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);
}
