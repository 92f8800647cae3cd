namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>What is drawn on a page, as PDF operators. Measures are points from the page's lower left corner.</summary>
internal sealed class PdfContent : IDisposable
{
    // Of a page full of text with a QR code.
    private const int UsualLength = 12 * 1024;

    private readonly PdfBytes _operators = new(UsualLength);
    private PdfColor? _color;

    /// <summary>Begins something that is a part of the text that is read aloud.</summary>
    /// <param name="tag">What it is: <c>P</c>, <c>H1</c>, <c>Figure</c>.</param>
    /// <param name="mark">Its number on the page.</param>
    public void BeginMark(string tag, int mark) => _operators.Add("/"u8).Add(tag).Add(" <</MCID "u8).Add(mark).Add(">> BDC\n"u8);

    /// <summary>Begins something that is decoration and not read aloud.</summary>
    public void BeginArtifact() => _operators.Add("/Artifact BMC\n"u8);

    /// <summary>Ends what was begun last.</summary>
    public void End() => _operators.Add("EMC\n"u8);

    /// <summary>Writes lines of text.</summary>
    /// <param name="font">The font.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="x">The left side.</param>
    /// <param name="y">The line that the letters of the first line stand on.</param>
    /// <param name="lines">The lines, from the top down.</param>
    public void Text(PdfFont font, PdfTextStyle style, double x, double y, ReadOnlySpan<string> lines)
    {
        Fill(style.Color);
        _operators.Add("BT /"u8).Add(font.Resource).Add(" "u8).Add(style.Size).Add(" Tf "u8);
        if (lines.Length > 1)
        {
            _operators.Add(style.LineHeight).Add(" TL "u8);
        }

        Point(x, y, "Td "u8);
        for (var line = 0; line < lines.Length; line++)
        {
            font.Use(lines[line]);
            _operators.Add(line > 0 ? "T* "u8 : default).Characters(lines[line]).Add(" Tj "u8);
        }

        _operators.Add("ET\n"u8);
    }

    /// <summary>Fills a rectangle whose corners are rounded.</summary>
    public void Box(PdfColor color, double x, double y, double width, double height, double radius)
    {
        var (r, t) = (x + width, y + height);
        Fill(color);
        if (radius == 0)
        {
            Point(x, y).Add(width).Add(" "u8).Add(height).Add(" re f\n"u8);
            return;
        }

        // The control points of a quarter of a circle.
        var c = radius * 0.5523;
        Point(x + radius, y, "m "u8);
        Point(r - radius, y, "l "u8);
        Curve(r - radius + c, y, r, y + radius - c, r, y + radius);
        Point(r, t - radius, "l "u8);
        Curve(r, t - radius + c, r - radius + c, t, r - radius, t);
        Point(x + radius, t, "l "u8);
        Curve(x + radius - c, t, x, t - radius + c, x, t - radius);
        Point(x, y + radius, "l "u8);
        Curve(x, y + radius - c, x + radius - c, y, x + radius, y);
        _operators.Add("f\n"u8);
    }

    /// <summary>Fills the squares of a matrix as one path, neighbours in a row run together, so that no seam shows between them.</summary>
    /// <param name="matrix">The squares.</param>
    /// <param name="color">Their colour.</param>
    /// <param name="x">The left side.</param>
    /// <param name="top">The upper side.</param>
    /// <param name="side">The length of one square.</param>
    public void Squares(SquareMatrix matrix, PdfColor color, double x, double top, double side)
    {
        const int Decimals = 4;
        _operators.Add("q "u8).Add(side, Decimals).Add(" 0 0 "u8).Add(-side, Decimals).Add(" "u8);
        Point(x, top, "cm\n"u8);
        Fill(color);
        foreach (var (row, first, length) in matrix.Runs)
        {
            _operators.Add(first).Add(" "u8).Add(row).Add(" "u8).Add(length).Add(" 1 re\n"u8);
        }

        _operators.Add("f Q\n"u8);
        // What was set within is gone with it.
        _color = null;
    }

    /// <summary>Ends the page and begins the next.</summary>
    /// <returns>The operators, compressed.</returns>
    public byte[] Compress()
    {
        var compressed = PdfCompression.Of(_operators.Written.Span);
        _operators.Clear();
        _color = null;
        return compressed;
    }

    /// <inheritdoc/>
    public void Dispose() => _operators.Dispose();

    private void Fill(PdfColor color)
    {
        if (color == _color)
        {
            return;
        }

        const int Decimals = 3;
        _operators.Add(color.Red / 255.0, Decimals).Add(" "u8).Add(color.Green / 255.0, Decimals).Add(" "u8).Add(color.Blue / 255.0, Decimals).Add(" rg "u8);
        _color = color;
    }

    private void Curve(double x1, double y1, double x2, double y2, double x, double y)
    {
        Point(x1, y1);
        Point(x2, y2);
        Point(x, y, "c "u8);
    }

    private PdfBytes Point(double x, double y, ReadOnlySpan<byte> then = default) => _operators.Add(x).Add(" "u8).Add(y).Add(" "u8).Add(then);
}
