using System.Runtime.InteropServices;

namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>
/// Lays out a part of a document: text flows from the top of a page down and on to the next page. One builder is used by one
/// thread; several builders can work at the same time for the same document.
/// </summary>
/// <param name="fonts">The document's fonts.</param>
/// <param name="format">The size of the pages.</param>
/// <param name="language">The language that the part is in, as in <c>nl</c>.</param>
/// <param name="pageBegan">What is drawn first on each page after the first.</param>
internal sealed class PdfPartBuilder(PdfFonts fonts, PdfPageFormat format, string language, Action<PdfPartBuilder> pageBegan) : IDisposable
{
    private readonly List<PdfPage> _pages = [];
    private readonly List<PdfElement> _elements = [];
    private readonly Stack<int> _open = [];
    private readonly PdfContent _content = new();
    private List<int> _marks = [];

    /// <summary>How far down the page the text has come, in points from its upper side.</summary>
    public double Y { get; set; } = format.Top;

    /// <summary>How much room is left above the lower margin.</summary>
    public double Room => format.Height - format.Bottom - Y;

    /// <summary>The page that is being made, from 1.</summary>
    public int PageNumber => _pages.Count + 1;

    /// <summary>The size of the pages.</summary>
    public PdfPageFormat Format => format;

    /// <summary>The fonts.</summary>
    public PdfFonts Fonts => fonts;

    /// <summary>Ends the page and begins the next.</summary>
    public void NewPage()
    {
        EndPage();
        _marks = [];
        Y = format.Top;
        pageBegan(this);
    }

    /// <summary>Goes on to the next page unless there is this much room.</summary>
    public void Need(double height)
    {
        if (Room < height && Y > format.Top)
        {
            NewPage();
        }
    }

    /// <summary>Begins an element that holds others, as a list does.</summary>
    public void Begin(string tag)
    {
        _open.Push(Add(new PdfElement(tag, Parent)));
    }

    /// <summary>Ends what was begun last.</summary>
    public void End() => _open.Pop();

    /// <summary>Writes text from where the page has come to, as wide as there is room from the left edge given.</summary>
    /// <param name="tag">What it is: <c>P</c>, <c>H1</c>.</param>
    /// <param name="text">The text; a line feed begins a new line.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="indent">Points from the left margin.</param>
    /// <param name="width">Points; null for up to the right margin.</param>
    public void Text(string tag, string text, PdfTextStyle style, double indent = 0, double? width = null)
    {
        var font = style.IsBold ? fonts.Bold : fonts.Regular;
        var lines = CollectionsMarshal.AsSpan(PdfText.Lines(PdfText.Clean(text), font, style.Size, width ?? format.TextWidth - indent));
        var element = Add(new PdfElement(tag, Parent));
        while (!lines.IsEmpty)
        {
            Need(style.LineHeight);
            var here = lines[..Math.Clamp((int)(Room / style.LineHeight), 1, lines.Length)];
            // The letters stand in the middle of the line's height.
            var baseline = Y + ((style.LineHeight + (style.Size * font.Font.CapitalHeight / 1000)) / 2);
            Mark(tag, element);
            _content.Text(font, style, format.Left + indent, format.Height - baseline, here);
            _content.End();
            Y += here.Length * style.LineHeight;
            lines = lines[here.Length..];
        }
    }

    /// <summary>Draws something that is explained in words for who cannot see it.</summary>
    /// <param name="description">The words.</param>
    /// <param name="box">Left, bottom, right and top in points from the page's lower left corner.</param>
    /// <param name="draw">Draws it.</param>
    public void Figure(string description, IReadOnlyList<double> box, Action<PdfContent> draw)
    {
        Mark("Figure", Add(new PdfElement("Figure", Parent, description, box)));
        draw(_content);
        _content.End();
    }

    /// <summary>Draws what is not read aloud.</summary>
    public void Decorate(Action<PdfContent> draw)
    {
        _content.BeginArtifact();
        draw(_content);
        _content.End();
    }

    /// <summary>Ends the last page.</summary>
    public PdfPart Build()
    {
        EndPage();
        return new PdfPart(language, format, _pages, _elements);
    }

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    private void EndPage() => _pages.Add(new PdfPage(_content.Compress(), _marks));

    private int? Parent => _open.TryPeek(out var parent) ? parent : null;

    private int Add(PdfElement element)
    {
        _elements.Add(element);
        return _elements.Count - 1;
    }

    private void Mark(string tag, int element)
    {
        _elements[element].Marks.Add((_pages.Count, _marks.Count));
        _content.BeginMark(tag, _marks.Count);
        _marks.Add(element);
    }
}
