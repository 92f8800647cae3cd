using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>
/// Writes the objects of a PDF file one after the other and remembers of each only where it is: eight bytes an object. Small ones
/// are gathered in compressed object streams.
/// </summary>
internal sealed class PdfObjects(Stream stream)
{
    private const int MostGathered = 200;
    private const int MostBuffered = 256 * 1024;

    // The place of each object: in the file (even numbers), or in an object stream with its place there (odd ones).
    private readonly List<long> _places = [0];
    private readonly StringBuilder _gathered = new();
    private readonly List<(int Number, int Offset)> _gatheredNumbers = [];
    private readonly ArrayBufferWriter<byte> _buffer = new(MostBuffered);
    private long _flushed;

    private long Position => _flushed + _buffer.WrittenCount;

    /// <summary>The number for an object that is written later.</summary>
    public int Reserve()
    {
        _places.Add(0);
        return _places.Count - 1;
    }

    /// <summary>Writes the beginning of the file.</summary>
    public void Begin() =>
        // Bytes above 127 tell programs that move files that this one is not text.
        Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");

    /// <summary>Writes a small object.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="body">A dictionary or an array.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task AddAsync(int number, string body, CancellationToken cancellationToken)
    {
        _gatheredNumbers.Add((number, _gathered.Length));
        _gathered.Append(body).Append('\n');
        if (_gatheredNumbers.Count == MostGathered)
        {
            await WriteGatheredAsync(cancellationToken);
        }
    }

    /// <summary>Writes a stream object.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="entries">What its dictionary holds beside the length.</param>
    /// <param name="data">Its bytes as they are to stand in the file.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task AddStreamAsync(int number, string entries, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        _places[number] = Position << 1;
        Write(Text($"{number} 0 obj\n<<{entries}/Length {data.Length}>>stream\n"));
        _buffer.Write(data.Span);
        Write("\nendstream\nendobj\n");
        if (_buffer.WrittenCount >= MostBuffered)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Writes a stream object whose bytes are still to be compressed.</summary>
    public Task AddCompressedAsync(int number, string entries, ReadOnlySpan<byte> data, CancellationToken cancellationToken) =>
        AddStreamAsync(number, $"{entries}/Filter/FlateDecode", Compress(data), cancellationToken);

    /// <summary>Writes the table of objects and the end of the file.</summary>
    /// <param name="catalog">The number of the document's catalogue.</param>
    /// <param name="information">The number of the information dictionary.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task EndAsync(int catalog, int information, CancellationToken cancellationToken)
    {
        await WriteGatheredAsync(cancellationToken);
        var table = Reserve();
        var start = Position;
        _places[table] = start << 1;
        var entries = Text($"/Type/XRef/Size {_places.Count}/W[1 5 2]/Root {catalog} 0 R/Info {information} 0 R");
        await AddCompressedAsync(table, entries, Table(), cancellationToken);
        Write(Text($"startxref\n{start}\n%%EOF\n"));
        await FlushAsync(cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>A text as PDF writes it, in any script.</summary>
    public static string Literal(string text) =>
        text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is ' ' or '-' or '.')
            ? $"({text})"
            : $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>Writes numbers as PDF does, whatever the machine's language.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private async Task WriteGatheredAsync(CancellationToken cancellationToken)
    {
        if (_gatheredNumbers.Count == 0)
        {
            return;
        }

        var number = Reserve();
        var index = new StringBuilder();
        for (var place = 0; place < _gatheredNumbers.Count; place++)
        {
            var (gathered, offset) = _gatheredNumbers[place];
            index.Append(CultureInfo.InvariantCulture, $"{gathered} {offset} ");
            _places[gathered] = ((long)number << 16 | (uint)place) << 1 | 1;
        }

        var data = Encoding.ASCII.GetBytes($"{index}{_gathered}");
        var entries = Text($"/Type/ObjStm/N {_gatheredNumbers.Count}/First {index.Length}");
        _gatheredNumbers.Clear();
        _gathered.Clear();
        await AddCompressedAsync(number, entries, data, cancellationToken);
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

    private void Write(string text) => _buffer.Advance(Encoding.Latin1.GetBytes(text, _buffer.GetSpan(text.Length)));

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _flushed += _buffer.WrittenCount;
        _buffer.ResetWrittenCount();
    }

    private static byte[] Compress(ReadOnlySpan<byte> data)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return compressed.ToArray();
    }
}
