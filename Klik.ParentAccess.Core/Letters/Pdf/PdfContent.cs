using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>What is drawn on one page, as PDF operators. Measures are points from the page's lower left corner.</summary>
internal sealed class PdfContent
{
    // Of a page full of text with a QR code.
    private const int UsualLength = 16 * 1024;
    private const string HexDigits = "0123456789ABCDEF";

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private readonly ArrayBufferWriter<byte> _operators = new(UsualLength);

    /// <summary>Begins something that is a part of the text that is read aloud.</summary>
    /// <param name="tag">What it is: <c>P</c>, <c>H1</c>, <c>Figure</c>.</param>
    /// <param name="mark">Its number on the page.</param>
    public void BeginMark(string tag, int mark) => Write(Plain, $"/{tag} <</MCID {mark}>> BDC\n");

    /// <summary>Begins something that is decoration and not read aloud.</summary>
    public void BeginArtifact() => Write(Plain, $"/Artifact BMC\n");

    /// <summary>Ends what was begun last.</summary>
    public void End() => Write(Plain, $"EMC\n");

    /// <summary>Writes one line of text.</summary>
    public void Text(PdfFont font, double size, PdfColor color, double x, double y, ReadOnlySpan<char> text)
    {
        Fill(color);
        Write(Plain, $"BT /{font.Resource} {size:0.##} Tf {x:0.##} {y:0.##} Td <");
        var hex = _operators.GetSpan(4 * text.Length);
        for (var place = 0; place < text.Length; place++)
        {
            var character = text[place];
            font.Use(character);
            for (var digit = 0; digit < 4; digit++)
            {
                hex[(4 * place) + digit] = (byte)HexDigits[character >> (12 - (4 * digit)) & 0xF];
            }
        }

        _operators.Advance(4 * text.Length);
        Write(Plain, $"> Tj ET\n");
    }

    /// <summary>Fills a rectangle whose corners are rounded.</summary>
    public void Box(PdfColor color, double x, double y, double width, double height, double radius)
    {
        // The control points of a quarter of a circle.
        var c = radius * 0.5523;
        var (r, t) = (x + width, y + height);
        Fill(color);
        Write(Plain, $"{x + radius:0.##} {y:0.##} m {r - radius:0.##} {y:0.##} l {r - radius + c:0.##} {y:0.##} {r:0.##} {y + radius - c:0.##} {r:0.##} {y + radius:0.##} c ");
        Write(Plain, $"{r:0.##} {t - radius:0.##} l {r:0.##} {t - radius + c:0.##} {r - radius + c:0.##} {t:0.##} {r - radius:0.##} {t:0.##} c ");
        Write(Plain, $"{x + radius:0.##} {t:0.##} l {x + radius - c:0.##} {t:0.##} {x:0.##} {t - radius + c:0.##} {x:0.##} {t - radius:0.##} c ");
        Write(Plain, $"{x:0.##} {y + radius:0.##} l {x:0.##} {y + radius - c:0.##} {x + radius - c:0.##} {y:0.##} {x + radius:0.##} {y:0.##} c f\n");
    }

    /// <summary>Fills the squares of a matrix as one path, neighbours in a row run together, so that no seam shows between them.</summary>
    /// <param name="matrix">The squares.</param>
    /// <param name="color">Their colour.</param>
    /// <param name="x">The left side.</param>
    /// <param name="top">The upper side.</param>
    /// <param name="side">The length of one square.</param>
    public void Squares(SquareMatrix matrix, PdfColor color, double x, double top, double side)
    {
        Write(Plain, $"q {side:0.####} 0 0 {-side:0.####} {x:0.##} {top:0.##} cm\n");
        Fill(color);
        foreach (var (row, first, length) in matrix.Runs)
        {
            // There are hundreds of these on a page: written without formatting.
            Number(first);
            Number(row);
            Number(length);
            _operators.Write("1 re\n"u8);
        }

        Write(Plain, $"f Q\n");
    }

    /// <summary>The operators, compressed.</summary>
    public byte[] Compress()
    {
        using var compressed = new MemoryStream(UsualLength / 4);
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(_operators.WrittenSpan);
        }

        return compressed.ToArray();
    }

    private void Fill(PdfColor color) => Write(Plain, $"{color.Red / 255.0:0.###} {color.Green / 255.0:0.###} {color.Blue / 255.0:0.###} rg ");

    private void Number(int number)
    {
        Utf8Formatter.TryFormat(number, _operators.GetSpan(12), out var length);
        _operators.Advance(length);
        _operators.Write(" "u8);
    }

    private void Write(IFormatProvider provider, [InterpolatedStringHandlerArgument(nameof(provider))] ref DefaultInterpolatedStringHandler text)
    {
        _operators.Advance(Encoding.ASCII.GetBytes(text.Text, _operators.GetSpan(text.Text.Length)));
        text.Clear();
    }
}
