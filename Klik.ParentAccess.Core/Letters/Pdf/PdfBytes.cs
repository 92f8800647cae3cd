using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>
/// Bytes of a PDF as they are put together. Numbers and references are written straight into them, because a letter has hundreds:
/// formatting each as a string first would cost more than all the rest. The memory is borrowed; who is done gives it back.
/// </summary>
internal sealed class PdfBytes(int usualLength) : IDisposable
{
    private const int LongestNumber = 20;

    private static readonly int[] Powers = [1, 10, 100, 1_000, 10_000];

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(usualLength);

    /// <summary>How many there are.</summary>
    public int Length { get; private set; }

    /// <summary>What has been put together.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>Adds a text of plain characters, or bytes as they are.</summary>
    public PdfBytes Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    /// <summary>Adds a text of which every character is below 256.</summary>
    public PdfBytes Add(string text)
    {
        Length += Encoding.Latin1.GetBytes(text, Room(text.Length));
        return this;
    }

    /// <summary>Adds a whole number.</summary>
    public PdfBytes Add(long number)
    {
        Utf8Formatter.TryFormat(number, Room(LongestNumber), out var length);
        Length += length;
        return this;
    }

    /// <summary>Adds a number.</summary>
    /// <param name="number">The number: a measure on a page, or a part of one.</param>
    /// <param name="decimals">How many decimals at most, up to four; those that are zero at the end are left out.</param>
    public PdfBytes Add(double number, int decimals = 2)
    {
        var (whole, part) = Math.DivRem((long)Math.Round(Math.Abs(number) * Powers[decimals]), Powers[decimals]);
        if (number < 0 && (whole | part) != 0)
        {
            Add("-"u8);
        }

        Add(whole);
        if (part == 0)
        {
            return this;
        }

        var digits = Room(decimals + 1);
        digits[0] = (byte)'.';
        var length = 1;
        for (var place = decimals - 1; part > 0; place--)
        {
            (var digit, part) = Math.DivRem(part, Powers[place]);
            digits[length++] = (byte)('0' + digit);
        }

        Length += length;
        return this;
    }

    /// <summary>Adds a reference to an object.</summary>
    public PdfBytes Refer(int number) => Add(number).Add(" 0 R"u8);

    /// <summary>Adds references to objects, with blanks between them.</summary>
    public PdfBytes Refer(IReadOnlyList<int> numbers)
    {
        for (var place = 0; place < numbers.Count; place++)
        {
            Add(place > 0 ? " "u8 : default).Refer(numbers[place]);
        }

        return this;
    }

    /// <summary>Adds a text to be drawn, two bytes a character, as its font has them.</summary>
    public PdfBytes Characters(ReadOnlySpan<char> text)
    {
        // Each byte may need another in front.
        var bytes = Room((4 * text.Length) + 2);
        var length = 0;
        bytes[length++] = (byte)'(';
        foreach (var character in text)
        {
            length = Escape((byte)(character >> 8), bytes, length);
            length = Escape((byte)character, bytes, length);
        }

        bytes[length++] = (byte)')';
        Length += length;
        return this;
    }

    /// <summary>Begins again with nothing.</summary>
    public void Clear() => Length = 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    // What would end the text, or be taken for an end of line of another kind.
    private static int Escape(byte value, Span<byte> bytes, int length)
    {
        if (value is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r')
        {
            bytes[length++] = (byte)'\\';
        }

        bytes[length++] = value == '\r' ? (byte)'r' : value;
        return length;
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - Length < length)
        {
            var longer = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, Length + length));
            Written.Span.CopyTo(longer);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = longer;
        }

        return _bytes.AsSpan(Length);
    }
}
