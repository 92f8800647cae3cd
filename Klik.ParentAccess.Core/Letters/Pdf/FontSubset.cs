using System.Buffers.Binary;
using System.Text;

namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>Makes a font file with the outlines of some glyphs only; every glyph keeps its number, the others are empty.</summary>
internal static class FontSubset
{
    // What a font inside a PDF must have (ISO 32000-1, 9.9); characters are mapped by the PDF itself.
    private static readonly string[] Tables = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    /// <summary>Makes it.</summary>
    /// <param name="font">The whole font.</param>
    /// <param name="wanted">The glyphs to keep; those that they are composed of are kept too.</param>
    public static byte[] Of(TrueTypeFont font, IEnumerable<ushort> wanted)
    {
        var kept = new SortedSet<int>(wanted.Select(glyph => (int)glyph)) { 0 };
        var open = new Stack<int>(kept);
        while (open.TryPop(out var glyph))
        {
            foreach (var part in PartsOf(font.Table("glyf")[font.OutlineOf(glyph)]).Where(kept.Add))
            {
                open.Push(part);
            }
        }

        var (outlines, places) = Outlines(font, kept);
        var head = font.Table("head").ToArray();
        // The long form of the table of places.
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        return File(Tables.Select(tag => (tag, tag switch
        {
            "glyf" => outlines,
            "loca" => places,
            "head" => head,
            _ => font.Table(tag).ToArray(),
        })).ToList());
    }

    private static (byte[] Outlines, byte[] Places) Outlines(TrueTypeFont font, SortedSet<int> kept)
    {
        using var outlines = new MemoryStream();
        var places = new byte[4 * (font.GlyphCount + 1)];
        for (var glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(4 * glyph), (int)outlines.Length);
            if (kept.Contains(glyph))
            {
                outlines.Write(font.Table("glyf")[font.OutlineOf(glyph)]);
                outlines.SetLength((outlines.Length + 3) & ~3);
                outlines.Position = outlines.Length;
            }
        }

        BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(4 * font.GlyphCount), (int)outlines.Length);
        return (outlines.ToArray(), places);
    }

    private static List<int> PartsOf(ReadOnlySpan<byte> outline)
    {
        const int WordArguments = 0x1, Scale = 0x8, More = 0x20, TwoScales = 0x40, Matrix = 0x80;
        var parts = new List<int>();
        if (outline.IsEmpty || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            return parts;
        }

        int flags;
        var place = 10;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[place..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(place + 2)..]));
            place += 4 + ((flags & WordArguments) != 0 ? 4 : 2);
            place += (flags & Matrix) != 0 ? 8 : (flags & TwoScales) != 0 ? 4 : (flags & Scale) != 0 ? 2 : 0;
        }
        while ((flags & More) != 0);

        return parts;
    }

    private static byte[] File(List<(string Tag, byte[] Data)> tables)
    {
        var offset = 12 + (16 * tables.Count);
        var file = new byte[offset + tables.Sum(table => (table.Data.Length + 3) & ~3)];
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((16 * tables.Count) - (16 << power)));
        foreach (var ((tag, data), number) in tables.Select((table, number) => (table, number)))
        {
            data.CopyTo(file, offset);
            var entry = file.AsSpan(12 + (16 * number), 16);
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(file.AsSpan(offset, (data.Length + 3) & ~3)));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], offset);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], data.Length);
            offset += (data.Length + 3) & ~3;
        }

        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (var place = 0; place < data.Length; place += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(data[place..]);
        }

        return sum;
    }
}
