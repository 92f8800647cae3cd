using System.Buffers.Binary;
using System.Text;

namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>
/// A TrueType font as far as a PDF needs it: which glyph a character has, how wide it is, and the tables themselves. Only fonts
/// that come with the project are read, so that a malformed one is a bug and throws.
/// </summary>
internal sealed class TrueTypeFont
{
    private const char Replacement = '\uFFFD';

    private readonly byte[] _data;
    private readonly Dictionary<string, Range> _tables = new(StringComparer.Ordinal);
    private readonly ushort[] _glyphs = new ushort[char.MaxValue + 1];
    private readonly ushort[] _widths;

    /// <summary>Reads a font.</summary>
    /// <param name="name">What it is called in the document.</param>
    /// <param name="data">The file.</param>
    public TrueTypeFont(string name, byte[] data)
    {
        Name = name;
        _data = data;
        for (var table = 0; table < UInt16(data, 4); table++)
        {
            var entry = data.AsSpan(12 + (16 * table), 16);
            var offset = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            _tables[Encoding.ASCII.GetString(entry[..4])] = offset..(offset + (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]));
        }

        UnitsPerEm = UInt16(Table("head"), 18);
        GlyphCount = UInt16(Table("maxp"), 4);
        _widths = ReadWidths();
        ReadCharacters();
    }

    /// <summary>What it is called in the document.</summary>
    public string Name { get; }

    /// <summary>The font's own units in one em.</summary>
    public int UnitsPerEm { get; }

    /// <summary>How many glyphs it has.</summary>
    public int GlyphCount { get; }

    /// <summary>How far it reaches above the line, in thousandths of an em.</summary>
    public int Ascent => Thousandths(Int16(Table("hhea"), 4));

    /// <summary>How far it reaches below the line, in thousandths of an em; negative.</summary>
    public int Descent => Thousandths(Int16(Table("hhea"), 6));

    /// <summary>How high its capitals are, in thousandths of an em.</summary>
    public int CapitalHeight => Thousandths(Int16(Table("OS/2"), 88));

    /// <summary>The box that every glyph fits in: left, bottom, right and top in thousandths of an em.</summary>
    public IReadOnlyList<int> Box => [.. Enumerable.Range(0, 4).Select(side => Thousandths(Int16(Table("head"), 36 + (2 * side))))];

    /// <summary>The glyph of a character; of one that the font lacks, the visible sign for that.</summary>
    public ushort GlyphOf(char character) => _glyphs[character] is var glyph and not 0 ? glyph : _glyphs[Replacement];

    /// <summary>How wide a character is, in thousandths of an em.</summary>
    public int WidthOf(char character) => _widths[GlyphOf(character)];

    /// <summary>One of the font's tables.</summary>
    public ReadOnlySpan<byte> Table(string tag) => _data.AsSpan(_tables[tag]);

    /// <summary>Where a glyph's outline is in the table <c>glyf</c>.</summary>
    public Range OutlineOf(int glyph)
    {
        var places = Table("loca");
        return Int16(Table("head"), 50) == 0
            ? (2 * UInt16(places, 2 * glyph))..(2 * UInt16(places, (2 * glyph) + 2))
            : (int)BinaryPrimitives.ReadUInt32BigEndian(places[(4 * glyph)..])..(int)BinaryPrimitives.ReadUInt32BigEndian(places[((4 * glyph) + 4)..]);
    }

    private static ushort UInt16(ReadOnlySpan<byte> data, int offset) => BinaryPrimitives.ReadUInt16BigEndian(data[offset..]);

    private static short Int16(ReadOnlySpan<byte> data, int offset) => BinaryPrimitives.ReadInt16BigEndian(data[offset..]);

    private int Thousandths(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm);

    private ushort[] ReadWidths()
    {
        var metrics = Table("hmtx");
        var measured = UInt16(Table("hhea"), 34);
        var widths = new ushort[GlyphCount];
        for (var glyph = 0; glyph < widths.Length; glyph++)
        {
            widths[glyph] = (ushort)Thousandths(UInt16(metrics, 4 * Math.Min(glyph, measured - 1)));
        }

        return widths;
    }

    // The subtable for the characters of Unicode's first plane (format 4).
    private void ReadCharacters()
    {
        var map = Table("cmap");
        var tables = UInt16(map, 2);
        for (var table = 0; table < tables; table++)
        {
            var subtable = map[(int)BinaryPrimitives.ReadUInt32BigEndian(map[(8 + (8 * table))..])..];
            if (UInt16(subtable, 0) == 4)
            {
                ReadSegments(subtable);
                return;
            }
        }

        throw new NotSupportedException($"{Name} has no character map of format 4.");
    }

    private void ReadSegments(ReadOnlySpan<byte> subtable)
    {
        var twice = UInt16(subtable, 6);
        for (var segment = 0; segment < twice; segment += 2)
        {
            var last = UInt16(subtable, 14 + segment);
            var first = UInt16(subtable, 16 + twice + segment);
            var delta = UInt16(subtable, 16 + (2 * twice) + segment);
            var place = 16 + (3 * twice) + segment;
            var offset = UInt16(subtable, place);
            for (int character = first; character <= last && character != char.MaxValue; character++)
            {
                var glyph = offset == 0 ? character : UInt16(subtable, place + offset + (2 * (character - first)));
                _glyphs[character] = glyph == 0 ? (ushort)0 : (ushort)(glyph + delta);
            }
        }
    }
}
