using System.Globalization;

namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>
/// Writes a PDF document (1.7) part by part to a stream that need not be read back: what has been written is forgotten but for a
/// few numbers a page. It is tagged, so that it can be read aloud (PDF/UA-1 is the aim), has bookmarks by section, and its
/// fonts are in it.
/// </summary>
internal sealed class PdfDocument : IDisposable
{
    private const int PagesInNode = 64;

    private readonly PdfInformation _information;
    private readonly PdfObjects _objects;
    private readonly int _pageTree;
    private readonly int _structureRoot;
    private readonly int _documentElement;
    private readonly int _resources;
    private readonly List<int> _pageNodes = [];
    private readonly List<int> _nodePages = [];
    private readonly List<int> _pageElements = [];
    private readonly List<int> _sectionElements = [];
    private readonly List<int> _sectionParts = [];
    private readonly List<(string Title, int Page)> _bookmarks = [];
    private int _pages;
    private int _pageNode;
    private int _sectionElement;
    private string? _sectionTitle;

    /// <summary>Begins a document.</summary>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <param name="information">What it says of itself.</param>
    public PdfDocument(Stream stream, PdfInformation information)
    {
        _information = information;
        _objects = new PdfObjects(stream);
        _pageTree = _objects.Reserve();
        _structureRoot = _objects.Reserve();
        _documentElement = _objects.Reserve();
        _resources = _objects.Reserve();
        _pageNode = _objects.Reserve();
        _objects.Begin();
    }

    /// <summary>The fonts to make parts with.</summary>
    public PdfFonts Fonts { get; } = new();

    /// <summary>Begins a section: the parts from here on stand under a bookmark with this title.</summary>
    public void BeginSection(string title)
    {
        EndSection();
        _sectionTitle = PdfText.Clean(title);
        _sectionElement = _objects.Reserve();
        _sectionElements.Add(_sectionElement);
    }

    /// <summary>Writes a part.</summary>
    public Task AddAsync(PdfPart part, CancellationToken cancellationToken)
    {
        if (_sectionElement == 0)
        {
            BeginSection(_information.Title);
        }

        if (_sectionParts.Count == 0)
        {
            _bookmarks.Add((_sectionTitle!, 0));
        }

        var partElement = _objects.Reserve();
        _sectionParts.Add(partElement);
        var elements = new int[part.Elements.Count];
        for (var number = 0; number < elements.Length; number++)
        {
            elements[number] = _objects.Reserve();
        }

        var pages = new int[part.Pages.Count];
        for (var page = 0; page < pages.Length; page++)
        {
            pages[page] = AddPage(part.Pages[page], part.Format, elements);
        }

        if (_bookmarks[^1].Page == 0)
        {
            _bookmarks[^1] = _bookmarks[^1] with { Page = pages[0] };
        }

        var body = _objects.Add(partElement);
        body.Add("<</Type/StructElem/S/Sect/P "u8).Refer(_sectionElement).Add("/Lang"u8).Add(PdfObjects.Literal(part.Language)).Add("/K["u8);
        AddChildren(body, part, null, elements);
        body.Add("]>>"u8);
        for (var number = 0; number < elements.Length; number++)
        {
            AddElement(part, number, elements, partElement, pages);
        }

        return _objects.FlushAsync(cancellationToken);
    }

    /// <summary>Writes what stands at the end: fonts, page tree, structure, bookmarks.</summary>
    public Task EndAsync(CancellationToken cancellationToken)
    {
        EndSection();
        EndNode();
        _objects.Add(_pageTree).Add("<</Type/Pages/Count "u8).Add(_pages).Add("/Kids["u8).Refer(_pageNodes).Add("]>>"u8);
        _objects.Add(_documentElement).Add("<</Type/StructElem/S/Document/P "u8).Refer(_structureRoot).Add("/K["u8).Refer(_sectionElements).Add("]>>"u8);
        AddStructureRoot();
        var regular = PdfFontObjects.Add(_objects, Fonts.Regular);
        var bold = PdfFontObjects.Add(_objects, Fonts.Bold);
        _objects.Add(_resources).Add(PdfObjects.Text($"<</Font<</{Fonts.Regular.Resource} {regular} 0 R/{Fonts.Bold.Resource} {bold} 0 R>>>>"));
        var outlines = AddBookmarks();
        var metadata = _objects.Reserve();
        _objects.AddStream(metadata, "/Type/Metadata/Subtype/XML", XmpMetadata.Of(_information));
        var catalog = _objects.Reserve();
        _objects.Add(catalog)
            .Add(PdfObjects.Text($"<</Type/Catalog/Pages {_pageTree} 0 R/Metadata {metadata} 0 R/Outlines {outlines} 0 R/StructTreeRoot {_structureRoot} 0 R/MarkInfo<</Marked true>>"))
            .Add($"/Lang{PdfObjects.Literal(_information.Language)}/ViewerPreferences<</DisplayDocTitle true>>/PageMode/UseOutlines>>");
        var information = _objects.Reserve();
        _objects.Add(information).Add(Information());
        return _objects.EndAsync(catalog, information, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _objects.Dispose();

    private void AddElement(PdfPart part, int number, int[] elements, int partElement, int[] pages)
    {
        var element = part.Elements[number];
        var body = _objects.Add(elements[number]);
        body.Add("<</Type/StructElem/S/"u8).Add(element.Tag).Add("/P "u8).Refer(element.Parent is { } parent ? elements[parent] : partElement);
        if (element.Description is { } description)
        {
            body.Add("/Alt"u8).Add(PdfObjects.Literal(description));
        }

        if (element.Box is { } box)
        {
            body.Add("/A<</O/Layout/BBox["u8);
            foreach (var side in box)
            {
                body.Add(side).Add(" "u8);
            }

            body.Add("]>>"u8);
        }

        if (element.Marks.Count > 0)
        {
            body.Add("/Pg "u8).Refer(pages[element.Marks[0].Page]);
        }

        body.Add("/K["u8);
        foreach (var (page, mark) in element.Marks)
        {
            body.Add("<</Type/MCR/Pg "u8).Refer(pages[page]).Add("/MCID "u8).Add(mark).Add(">>"u8);
        }

        AddChildren(body, part, number, elements);
        body.Add("]>>"u8);
    }

    private static void AddChildren(PdfBytes body, PdfPart part, int? parent, int[] elements)
    {
        for (var number = 0; number < elements.Length; number++)
        {
            if (part.Elements[number].Parent == parent)
            {
                body.Refer(elements[number]).Add(" "u8);
            }
        }
    }

    private int AddPage(PdfPage page, PdfPageFormat format, int[] elements)
    {
        var (number, content, marks) = (_objects.Reserve(), _objects.Reserve(), _objects.Reserve());
        _objects.AddStream(content, "/Filter/FlateDecode", page.Content);
        _objects.Add(number)
            .Add("<</Type/Page/Parent "u8).Refer(_pageNode)
            .Add("/MediaBox[0 0 "u8).Add(format.Width).Add(" "u8).Add(format.Height)
            .Add("]/Resources "u8).Refer(_resources)
            .Add("/Contents "u8).Refer(content)
            .Add("/StructParents "u8).Add(_pages).Add("/Tabs/S>>"u8);
        var body = _objects.Add(marks).Add("["u8);
        foreach (var element in page.Elements)
        {
            body.Refer(elements[element]).Add(" "u8);
        }

        body.Add("]"u8);
        _pageElements.Add(marks);
        _pages++;
        _nodePages.Add(number);
        if (_nodePages.Count == PagesInNode)
        {
            EndNode();
        }

        return number;
    }

    private void EndNode()
    {
        if (_nodePages.Count == 0)
        {
            return;
        }

        _objects.Add(_pageNode).Add("<</Type/Pages/Parent "u8).Refer(_pageTree).Add("/Count "u8).Add(_nodePages.Count).Add("/Kids["u8).Refer(_nodePages).Add("]>>"u8);
        _pageNodes.Add(_pageNode);
        _nodePages.Clear();
        _pageNode = _objects.Reserve();
    }

    private void EndSection()
    {
        if (_sectionElement != 0)
        {
            _objects.Add(_sectionElement).Add("<</Type/StructElem/S/Sect/P "u8).Refer(_documentElement).Add("/K["u8).Refer(_sectionParts).Add("]>>"u8);
            _sectionParts.Clear();
        }
    }

    // Which element each mark of a page belongs to, by the page's number, and the number for a page that somebody adds.
    private void AddStructureRoot()
    {
        var nodes = new List<int>();
        for (var first = 0; first < _pages; first += PagesInNode)
        {
            var node = _objects.Reserve();
            nodes.Add(node);
            var next = Math.Min(first + PagesInNode, _pages);
            var body = _objects.Add(node).Add("<</Limits["u8).Add(first).Add(" "u8).Add(next - 1).Add("]/Nums["u8);
            for (var page = first; page < next; page++)
            {
                body.Add(page).Add(" "u8).Refer(_pageElements[page]).Add(" "u8);
            }

            body.Add("]>>"u8);
        }

        _objects.Add(_structureRoot)
            .Add("<</Type/StructTreeRoot/K "u8).Refer(_documentElement)
            .Add("/ParentTree<</Kids["u8).Refer(nodes).Add("]>>/ParentTreeNextKey "u8).Add(_pages).Add(">>"u8);
    }

    private int AddBookmarks()
    {
        var root = _objects.Reserve();
        var numbers = _bookmarks.Select(_ => _objects.Reserve()).ToArray();
        for (var place = 0; place < numbers.Length; place++)
        {
            var neighbours = (place > 0 ? PdfObjects.Text($"/Prev {numbers[place - 1]} 0 R") : "")
                + (place < numbers.Length - 1 ? PdfObjects.Text($"/Next {numbers[place + 1]} 0 R") : "");
            var (title, page) = _bookmarks[place];
            _objects.Add(numbers[place]).Add(PdfObjects.Text($"<</Title{PdfObjects.Literal(title)}/Parent {root} 0 R{neighbours}/Dest[{page} 0 R/Fit]>>"));
        }

        var ends = numbers.Length > 0 ? PdfObjects.Text($"/First {numbers[0]} 0 R/Last {numbers[^1]} 0 R/Count {numbers.Length}") : "";
        _objects.Add(root).Add($"<</Type/Outlines{ends}>>");
        return root;
    }

    private string Information()
    {
        var date = _information.CreatedAt.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        return $"<</Title{PdfObjects.Literal(PdfText.Clean(_information.Title))}/Author{PdfObjects.Literal(PdfText.Clean(_information.Author))}"
            + $"/Producer(Klik Parent Access)/CreationDate(D:{date}Z)>>";
    }
}
