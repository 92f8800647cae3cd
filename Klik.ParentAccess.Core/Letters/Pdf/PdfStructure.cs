namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>
/// What a document is read aloud by (PDF 1.7, 14.7): the document, its sections, their parts and the elements of those, with the way
/// from each element to its marks on the pages, and back.
/// </summary>
internal sealed class PdfStructure(PdfObjects objects)
{
    private const int PagesInNode = 64;

    private readonly int _document = objects.Reserve();
    private readonly List<int> _sections = [];
    private readonly List<int> _parts = [];
    private readonly List<int> _pages = [];

    /// <summary>The number of its root.</summary>
    public int Root { get; } = objects.Reserve();

    /// <summary>Whether a section has begun.</summary>
    public bool HasSection => _sections.Count > 0;

    /// <summary>Begins a section.</summary>
    public void BeginSection()
    {
        EndSection();
        _sections.Add(objects.Reserve());
    }

    /// <summary>Begins a part of the section.</summary>
    /// <returns>The numbers for its elements.</returns>
    public int[] BeginPart(PdfPart part)
    {
        _parts.Add(objects.Reserve());
        var elements = new int[part.Elements.Count];
        for (var number = 0; number < elements.Length; number++)
        {
            elements[number] = objects.Reserve();
        }

        return elements;
    }

    /// <summary>Writes which element each mark of a page belongs to.</summary>
    /// <param name="page">The page.</param>
    /// <param name="elements">The numbers of the elements of its part.</param>
    /// <returns>By what the page is known here.</returns>
    public int AddPage(PdfPage page, int[] elements)
    {
        var marks = objects.Reserve();
        var body = objects.Add(marks).Add("["u8);
        foreach (var element in page.Elements)
        {
            body.Refer(elements[element]).Add(" "u8);
        }

        body.Add("]"u8);
        _pages.Add(marks);
        return _pages.Count - 1;
    }

    /// <summary>Writes the part that was begun, and its elements.</summary>
    /// <param name="part">The part.</param>
    /// <param name="elements">The numbers of its elements.</param>
    /// <param name="pages">The numbers of its pages.</param>
    public void EndPart(PdfPart part, int[] elements, int[] pages)
    {
        var body = objects.Add(_parts[^1]);
        body.Add("<</Type/StructElem/S/Sect/P "u8).Refer(_sections[^1]).Add("/Lang"u8).Add(PdfObjects.Literal(part.Language)).Add("/K["u8);
        AddChildren(body, part, null, elements);
        body.Add("]>>"u8);
        for (var number = 0; number < elements.Length; number++)
        {
            AddElement(part, number, elements, pages);
        }
    }

    /// <summary>Writes what stands above the parts.</summary>
    public void End()
    {
        EndSection();
        objects.Add(_document).Add("<</Type/StructElem/S/Document/P "u8).Refer(Root).Add("/K["u8).Refer(_sections).Add("]>>"u8);
        AddRoot();
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

    private void AddElement(PdfPart part, int number, int[] elements, int[] pages)
    {
        var element = part.Elements[number];
        var body = objects.Add(elements[number]);
        body.Add("<</Type/StructElem/S/"u8).Add(element.Tag).Add("/P "u8).Refer(element.Parent is { } parent ? elements[parent] : _parts[^1]);
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

    private void EndSection()
    {
        if (HasSection)
        {
            objects.Add(_sections[^1]).Add("<</Type/StructElem/S/Sect/P "u8).Refer(_document).Add("/K["u8).Refer(_parts).Add("]>>"u8);
            _parts.Clear();
        }
    }

    // With what each page says of its marks, and the key for a page that somebody adds.
    private void AddRoot()
    {
        var nodes = new List<int>();
        for (var first = 0; first < _pages.Count; first += PagesInNode)
        {
            var node = objects.Reserve();
            nodes.Add(node);
            var next = Math.Min(first + PagesInNode, _pages.Count);
            var body = objects.Add(node).Add("<</Limits["u8).Add(first).Add(" "u8).Add(next - 1).Add("]/Nums["u8);
            for (var page = first; page < next; page++)
            {
                body.Add(page).Add(" "u8).Refer(_pages[page]).Add(" "u8);
            }

            body.Add("]>>"u8);
        }

        objects.Add(Root)
            .Add("<</Type/StructTreeRoot/K "u8).Refer(_document)
            .Add("/ParentTree<</Kids["u8).Refer(nodes).Add("]>>/ParentTreeNextKey "u8).Add(_pages.Count).Add(">>"u8);
    }
}
