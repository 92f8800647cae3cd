using System.Globalization;
using System.Text;

namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>
/// Writes a PDF document (1.7) part by part to a stream that need not be read back: what has been written is forgotten but for a
/// few numbers a page. It is tagged, so that it can be read aloud (PDF/UA-1 is the aim), has bookmarks by section, and its
/// fonts are in it.
/// </summary>
internal sealed class PdfDocument
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
    public async Task BeginSectionAsync(string title, CancellationToken cancellationToken)
    {
        await EndSectionAsync(cancellationToken);
        _sectionTitle = PdfText.Clean(title);
        _sectionElement = _objects.Reserve();
        _sectionElements.Add(_sectionElement);
    }

    /// <summary>Writes a part.</summary>
    public async Task AddAsync(PdfPart part, CancellationToken cancellationToken)
    {
        if (_sectionElement == 0)
        {
            await BeginSectionAsync(_information.Title, cancellationToken);
        }

        if (_sectionParts.Count == 0)
        {
            _bookmarks.Add((_sectionTitle!, 0));
        }

        var partElement = _objects.Reserve();
        _sectionParts.Add(partElement);
        var elements = part.Elements.Select(_ => _objects.Reserve()).ToArray();
        var pages = new List<int>(part.Pages.Count);
        foreach (var page in part.Pages)
        {
            pages.Add(await AddPageAsync(page, part.Format, elements, cancellationToken));
        }

        if (_bookmarks[^1].Page == 0)
        {
            _bookmarks[^1] = _bookmarks[^1] with { Page = pages[0] };
        }

        var tops = elements.Where((_, number) => part.Elements[number].Parent is null);
        await _objects.AddAsync(
            partElement, $"<</Type/StructElem/S/Sect/P {_sectionElement} 0 R/Lang{PdfObjects.Literal(part.Language)}/K[{References(tops)}]>>", cancellationToken);
        for (var number = 0; number < elements.Length; number++)
        {
            await _objects.AddAsync(elements[number], Element(part, number, elements, partElement, pages), cancellationToken);
        }
    }

    /// <summary>Writes what stands at the end: fonts, page tree, structure, bookmarks.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await EndSectionAsync(cancellationToken);
        await EndNodeAsync(cancellationToken);
        await _objects.AddAsync(_pageTree, PdfObjects.Text($"<</Type/Pages/Count {_pages}/Kids[{References(_pageNodes)}]>>"), cancellationToken);
        await _objects.AddAsync(
            _documentElement, $"<</Type/StructElem/S/Document/P {_structureRoot} 0 R/K[{References(_sectionElements)}]>>", cancellationToken);
        await AddStructureRootAsync(cancellationToken);
        var regular = await PdfFontObjects.AddAsync(_objects, Fonts.Regular, cancellationToken);
        var bold = await PdfFontObjects.AddAsync(_objects, Fonts.Bold, cancellationToken);
        await _objects.AddAsync(
            _resources, PdfObjects.Text($"<</Font<</{Fonts.Regular.Resource} {regular} 0 R/{Fonts.Bold.Resource} {bold} 0 R>>>>"), cancellationToken);
        var outlines = await AddBookmarksAsync(cancellationToken);
        var metadata = _objects.Reserve();
        await _objects.AddStreamAsync(metadata, "/Type/Metadata/Subtype/XML", XmpMetadata.Of(_information), cancellationToken);
        var catalog = _objects.Reserve();
        await _objects.AddAsync(
            catalog,
            PdfObjects.Text($"<</Type/Catalog/Pages {_pageTree} 0 R/Metadata {metadata} 0 R/Outlines {outlines} 0 R/StructTreeRoot {_structureRoot} 0 R/MarkInfo<</Marked true>>")
            + $"/Lang{PdfObjects.Literal(_information.Language)}/ViewerPreferences<</DisplayDocTitle true>>/PageMode/UseOutlines>>",
            cancellationToken);
        var information = _objects.Reserve();
        await _objects.AddAsync(information, Information(), cancellationToken);
        await _objects.EndAsync(catalog, information, cancellationToken);
    }

    private static string References(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(number => PdfObjects.Text($"{number} 0 R")));

    private static string Element(PdfPart part, int number, int[] elements, int partElement, List<int> pages)
    {
        var element = part.Elements[number];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<</Type/StructElem/S/{element.Tag}/P {(element.Parent is { } parent ? elements[parent] : partElement)} 0 R");
        if (element.Description is { } description)
        {
            text.Append(CultureInfo.InvariantCulture, $"/Alt{PdfObjects.Literal(description)}");
        }

        if (element.Box is { } box)
        {
            text.Append(CultureInfo.InvariantCulture, $"/A<</O/Layout/BBox[{string.Join(' ', box.Select(side => PdfObjects.Text($"{side:0.##}")))}]>>");
        }

        if (element.Marks.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"/Pg {pages[element.Marks[0].Page]} 0 R");
        }

        text.Append("/K[");
        foreach (var (page, mark) in element.Marks)
        {
            text.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>");
        }

        text.Append(References(elements.Where((_, other) => part.Elements[other].Parent == number)));
        return text.Append("]>>").ToString();
    }

    private async Task<int> AddPageAsync(PdfPage page, PdfPageFormat format, int[] elements, CancellationToken cancellationToken)
    {
        var (number, content, marks) = (_objects.Reserve(), _objects.Reserve(), _objects.Reserve());
        await _objects.AddStreamAsync(content, "/Filter/FlateDecode", page.Content, cancellationToken);
        await _objects.AddAsync(
            number,
            PdfObjects.Text($"<</Type/Page/Parent {_pageNode} 0 R/MediaBox[0 0 {format.Width:0.##} {format.Height:0.##}]/Resources {_resources} 0 R/Contents {content} 0 R/StructParents {_pages}/Tabs/S>>"),
            cancellationToken);
        await _objects.AddAsync(marks, $"[{References(page.Elements.Select(element => elements[element]))}]", cancellationToken);
        _pageElements.Add(marks);
        _pages++;
        _nodePages.Add(number);
        if (_nodePages.Count == PagesInNode)
        {
            await EndNodeAsync(cancellationToken);
        }

        return number;
    }

    private async Task EndNodeAsync(CancellationToken cancellationToken)
    {
        if (_nodePages.Count == 0)
        {
            return;
        }

        await _objects.AddAsync(
            _pageNode, PdfObjects.Text($"<</Type/Pages/Parent {_pageTree} 0 R/Count {_nodePages.Count}/Kids[{References(_nodePages)}]>>"), cancellationToken);
        _pageNodes.Add(_pageNode);
        _nodePages.Clear();
        _pageNode = _objects.Reserve();
    }

    private async Task EndSectionAsync(CancellationToken cancellationToken)
    {
        if (_sectionElement != 0)
        {
            await _objects.AddAsync(
                _sectionElement, $"<</Type/StructElem/S/Sect/P {_documentElement} 0 R/K[{References(_sectionParts)}]>>", cancellationToken);
            _sectionParts.Clear();
        }
    }

    private async Task AddStructureRootAsync(CancellationToken cancellationToken)
    {
        var nodes = new List<int>();
        foreach (var (first, chunk) in _pageElements.Chunk(PagesInNode).Select((chunk, number) => (number * PagesInNode, chunk)))
        {
            var node = _objects.Reserve();
            nodes.Add(node);
            var numbers = string.Join(' ', chunk.Select((marks, place) => PdfObjects.Text($"{first + place} {marks} 0 R")));
            await _objects.AddAsync(node, PdfObjects.Text($"<</Limits[{first} {first + chunk.Length - 1}]/Nums[{numbers}]>>"), cancellationToken);
        }

        await _objects.AddAsync(
            _structureRoot,
            PdfObjects.Text($"<</Type/StructTreeRoot/K {_documentElement} 0 R/ParentTree<</Kids[{References(nodes)}]>>/ParentTreeNextKey {_pages}>>"),
            cancellationToken);
    }

    private async Task<int> AddBookmarksAsync(CancellationToken cancellationToken)
    {
        var root = _objects.Reserve();
        var numbers = _bookmarks.Select(_ => _objects.Reserve()).ToArray();
        for (var place = 0; place < numbers.Length; place++)
        {
            var neighbours = (place > 0 ? PdfObjects.Text($"/Prev {numbers[place - 1]} 0 R") : "")
                + (place < numbers.Length - 1 ? PdfObjects.Text($"/Next {numbers[place + 1]} 0 R") : "");
            var (title, page) = _bookmarks[place];
            await _objects.AddAsync(
                numbers[place], PdfObjects.Text($"<</Title{PdfObjects.Literal(title)}/Parent {root} 0 R{neighbours}/Dest[{page} 0 R/Fit]>>"), cancellationToken);
        }

        var ends = numbers.Length > 0 ? PdfObjects.Text($"/First {numbers[0]} 0 R/Last {numbers[^1]} 0 R/Count {numbers.Length}") : "";
        await _objects.AddAsync(root, $"<</Type/Outlines{ends}>>", cancellationToken);
        return root;
    }

    private string Information()
    {
        var date = _information.CreatedAt.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        return $"<</Title{PdfObjects.Literal(PdfText.Clean(_information.Title))}/Author{PdfObjects.Literal(PdfText.Clean(_information.Author))}"
            + $"/Producer(Klik Parent Access)/CreationDate(D:{date}Z)>>";
    }
}
