using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>
/// Writes the objects of a PDF file one after the other and remembers of each only where it is: eight bytes an object. Small ones
/// are gathered in compressed object streams. What is written waits in memory until it is flushed.
/// </summary>
internal sealed class PdfObjects(Stream stream) : IDisposable
{
    private const int MostGathered = 200;
    private const int MostBuffered = 256 * 1024;
    private const int UsualSmallObject = 128;

    // The place of each object: in the file (even numbers), or in an object stream with its place there (odd ones).
    private readonly List<long> _places = [0];
    private readonly PdfBytes _gathered = new(MostGathered * UsualSmallObject);
    private readonly List<(int Number, int Offset)> _gatheredNumbers = new(MostGathered);
    private readonly PdfBytes _buffer = new(MostBuffered);
    private long _flushed;

    private long Position => _flushed + _buffer.Length;

    /// <summary>The number for an object that is written later.</summary>
    public int Reserve()
    {
        _places.Add(0);
        return _places.Count - 1;
    }

    /// <summary>Writes the beginning of the file.</summary>
    public void Begin() =>
        // Bytes above 127 tell programs that move files that this one is not text.
        _buffer.Add("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");

    /// <summary>Begins a small object, which ends where the next begins.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>What to add its body to, a dictionary or an array, before anything else is written.</returns>
    public PdfBytes Add(int number)
    {
        if (_gatheredNumbers.Count == MostGathered)
        {
            WriteGathered();
        }

        _gathered.Add("\n"u8);
        _gatheredNumbers.Add((number, _gathered.Length));
        return _gathered;
    }

    /// <summary>Writes a stream object.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="entries">What its dictionary holds beside the length.</param>
    /// <param name="data">Its bytes as they are to stand in the file.</param>
    public void AddStream(int number, string entries, ReadOnlySpan<byte> data)
    {
        _places[number] = Position << 1;
        _buffer.Add(number).Add(" 0 obj\n<<"u8).Add(entries).Add("/Length "u8).Add(data.Length).Add(">>stream\n"u8).Add(data).Add("\nendstream\nendobj\n"u8);
    }

    /// <summary>Writes a stream object whose bytes are still to be compressed.</summary>
    public void AddCompressed(int number, string entries, ReadOnlySpan<byte> data) =>
        AddStream(number, $"{entries}/Filter/FlateDecode", PdfCompression.Of(data));

    /// <summary>Lets go of what has been written, if it is much.</summary>
    public Task FlushAsync(CancellationToken cancellationToken) => _buffer.Length < MostBuffered ? Task.CompletedTask : WriteBufferAsync(cancellationToken);

    /// <summary>Writes the table of objects and the end of the file.</summary>
    /// <param name="catalog">The number of the document's catalogue.</param>
    /// <param name="information">The number of the information dictionary.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task EndAsync(int catalog, int information, CancellationToken cancellationToken)
    {
        WriteGathered();
        var table = Reserve();
        var start = Position;
        _places[table] = start << 1;
        AddCompressed(table, Text($"/Type/XRef/Size {_places.Count}/W[1 5 2]/Root {catalog} 0 R/Info {information} 0 R"), Table());
        _buffer.Add("startxref\n"u8).Add(start).Add("\n%%EOF\n"u8);
        await WriteBufferAsync(cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gathered.Dispose();
        _buffer.Dispose();
    }

    /// <summary>A text as PDF writes it, in any script.</summary>
    public static string Literal(string text) =>
        text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is ' ' or '-' or '.')
            ? $"({text})"
            : $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>Writes numbers as PDF does, whatever the machine's language.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void WriteGathered()
    {
        if (_gatheredNumbers.Count == 0)
        {
            return;
        }

        var number = Reserve();
        using var data = new PdfBytes(_gathered.Length + (MostGathered * UsualSmallObject / 8));
        for (var place = 0; place < _gatheredNumbers.Count; place++)
        {
            var (gathered, offset) = _gatheredNumbers[place];
            data.Add(gathered).Add(" "u8).Add(offset).Add(" "u8);
            _places[gathered] = ((long)number << 16 | (uint)place) << 1 | 1;
        }

        var entries = Text($"/Type/ObjStm/N {_gatheredNumbers.Count}/First {data.Length}");
        data.Add(_gathered.Written.Span);
        _gatheredNumbers.Clear();
        _gathered.Clear();
        AddCompressed(number, entries, data.Written.Span);
    }

    private byte[] Table()
    {
        const int EntryLength = 8;
        var table = new byte[EntryLength * _places.Count];
        for (var number = 1; number < _places.Count; number++)
        {
            var entry = table.AsSpan(EntryLength * number, EntryLength);
            if (_places[number] == 0)
            {
                // Reserved and never needed: a free number.
                continue;
            }

            var isGathered = (_places[number] & 1) == 1;
            var place = _places[number] >> 1;
            // One byte for the kind, five for where, two for the place within an object stream.
            BinaryPrimitives.WriteInt64BigEndian(entry, isGathered ? place : place << 16);
            entry[0] = (byte)(isGathered ? 2 : 1);
        }

        // The first is the head of the list of free objects, of which there are no others.
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(6), ushort.MaxValue);
        return table;
    }

    private async Task WriteBufferAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_buffer.Written, cancellationToken);
        _flushed += _buffer.Length;
        _buffer.Clear();
    }
}
