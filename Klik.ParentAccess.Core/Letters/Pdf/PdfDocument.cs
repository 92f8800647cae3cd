using System.Globalization;

namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>
/// Writes a PDF document (1.7) part by part to a stream that need not be read back: what has been written is forgotten but for a
/// few numbers a page. It is tagged, so that it can be read aloud (PDF/UA-1 is the aim), has bookmarks by section, and its
/// fonts are in it.
/// </summary>
internal sealed class PdfDocument : IDisposable
{
    private readonly PdfInformation _information;
    private readonly PdfObjects _objects;
    private readonly PdfPageTree _pages;
    private readonly PdfStructure _structure;
    private readonly PdfBookmarks _bookmarks;
    private readonly int _resources;

    /// <summary>Begins a document.</summary>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <param name="information">What it says of itself.</param>
    public PdfDocument(Stream stream, PdfInformation information)
    {
        _information = information;
        _objects = new PdfObjects(stream);
        _pages = new PdfPageTree(_objects);
        _structure = new PdfStructure(_objects);
        _bookmarks = new PdfBookmarks(_objects);
        _resources = _objects.Reserve();
        _objects.Begin();
    }

    /// <summary>The fonts to make parts with.</summary>
    public PdfFonts Fonts { get; } = new();

    /// <summary>Begins a section: the parts from here on stand under a bookmark with this title.</summary>
    public void BeginSection(string title)
    {
        _bookmarks.BeginSection(PdfText.Clean(title));
        _structure.BeginSection();
    }

    /// <summary>Writes a part.</summary>
    public Task AddAsync(PdfPart part, CancellationToken cancellationToken)
    {
        if (!_structure.HasSection)
        {
            BeginSection(_information.Title);
        }

        var elements = _structure.BeginPart(part);
        var pages = new int[part.Pages.Count];
        for (var number = 0; number < pages.Length; number++)
        {
            var page = part.Pages[number];
            pages[number] = _pages.Add(page, part.Format, _resources, _structure.AddPage(page, elements));
        }

        _bookmarks.Set(pages[0]);
        _structure.EndPart(part, elements, pages);
        return _objects.FlushAsync(cancellationToken);
    }

    /// <summary>Writes what stands at the end: fonts, page tree, structure, bookmarks.</summary>
    public Task EndAsync(CancellationToken cancellationToken)
    {
        _pages.End();
        _structure.End();
        var regular = PdfFontObjects.Add(_objects, Fonts.Regular);
        var bold = PdfFontObjects.Add(_objects, Fonts.Bold);
        _objects.Add(_resources).Add(PdfObjects.Text($"<</Font<</{Fonts.Regular.Resource} {regular} 0 R/{Fonts.Bold.Resource} {bold} 0 R>>>>"));
        var outlines = _bookmarks.End();
        var metadata = _objects.Reserve();
        _objects.AddStream(metadata, "/Type/Metadata/Subtype/XML", XmpMetadata.Of(_information));
        var catalog = _objects.Reserve();
        _objects.Add(catalog)
            .Add(PdfObjects.Text($"<</Type/Catalog/Pages {_pages.Root} 0 R/Metadata {metadata} 0 R/Outlines {outlines} 0 R/StructTreeRoot {_structure.Root} 0 R/MarkInfo<</Marked true>>"))
            .Add($"/Lang{PdfObjects.Literal(_information.Language)}/ViewerPreferences<</DisplayDocTitle true>>/PageMode/UseOutlines>>");
        var information = _objects.Reserve();
        _objects.Add(information).Add(Information());
        return _objects.EndAsync(catalog, information, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _objects.Dispose();

    private string Information()
    {
        var date = _information.CreatedAt.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        return $"<</Title{PdfObjects.Literal(PdfText.Clean(_information.Title))}/Author{PdfObjects.Literal(PdfText.Clean(_information.Author))}"
            + $"/Producer(Klik Parent Access)/CreationDate(D:{date}Z)>>";
    }
}
