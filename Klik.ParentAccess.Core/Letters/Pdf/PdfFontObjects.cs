using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>Writes a font into a document: the outlines of what was used, its widths, and which character each number means.</summary>
internal static class PdfFontObjects
{
    // As the format of character maps allows.
    private const int MostInBlock = 100;

    /// <summary>Writes it.</summary>
    /// <returns>The number of the font object.</returns>
    public static int Add(PdfObjects objects, PdfFont font)
    {
        var used = font.Used;
        var (root, descendant, descriptor) = (objects.Reserve(), objects.Reserve(), objects.Reserve());
        var (file, glyphs, characters) = (objects.Reserve(), objects.Reserve(), objects.Reserve());

        var subset = FontSubset.Of(font.Font, used.Select(font.Font.GlyphOf));
        objects.AddCompressed(file, PdfObjects.Text($"/Length1 {subset.Length}"), subset);
        objects.AddCompressed(glyphs, "", GlyphNumbers(font.Font, used));
        objects.AddCompressed(characters, "", CharacterMap(used));
        objects.Add(descriptor).Add(Descriptor(font, file));
        objects.Add(descendant).Add(PdfObjects.Text(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{font.PartName}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R/DW 1000/W[{Widths(font.Font, used)}]/CIDToGIDMap {glyphs} 0 R>>"));
        objects.Add(root).Add(PdfObjects.Text(
            $"<</Type/Font/Subtype/Type0/BaseFont/{font.PartName}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {characters} 0 R>>"));
        return root;
    }

    private static string Descriptor(PdfFont font, int file)
    {
        // Flag 3: its characters are not those of the standard Latin set only. The stem width is not in the file; readers hardly use it.
        const int Symbolic = 4, StemWidth = 80;
        var metrics = font.Font;
        return PdfObjects.Text(
            $"<</Type/FontDescriptor/FontName/{font.PartName}/Flags {Symbolic}/FontBBox[{string.Join(' ', metrics.Box)}]/ItalicAngle 0/Ascent {metrics.Ascent}/Descent {metrics.Descent}/CapHeight {metrics.CapitalHeight}/StemV {StemWidth}/FontFile2 {file} 0 R>>");
    }

    private static string Widths(TrueTypeFont font, IReadOnlyList<char> used)
    {
        var widths = new StringBuilder();
        for (var place = 0; place < used.Count; place++)
        {
            var follows = place > 0 && used[place] == used[place - 1] + 1;
            widths.Append(CultureInfo.InvariantCulture, $"{(follows ? " " : place > 0 ? $"]{(int)used[place]}[" : $"{(int)used[place]}[")}{font.WidthOf(used[place])}");
        }

        return used.Count > 0 ? widths.Append(']').ToString() : "";
    }

    private static byte[] GlyphNumbers(TrueTypeFont font, IReadOnlyList<char> used)
    {
        var numbers = new byte[used.Count == 0 ? 2 : 2 * (used[^1] + 1)];
        foreach (var character in used)
        {
            BinaryPrimitives.WriteUInt16BigEndian(numbers.AsSpan(2 * character), font.GlyphOf(character));
        }

        return numbers;
    }

    private static byte[] CharacterMap(IReadOnlyList<char> used)
    {
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """.ReplaceLineEndings("\n"));
        foreach (var block in used.Chunk(MostInBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (int character in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{character:X4}> <{character:X4}>\n");
            }

            map.Append("endbfchar\n");
        }

        return Encoding.ASCII.GetBytes(map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString());
    }
}
