namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>The bookmarks of a document, one for each section that has a page.</summary>
internal sealed class PdfBookmarks(PdfObjects objects)
{
    private readonly List<(string Title, int Page)> _bookmarks = [];
    private string? _title;

    /// <summary>Begins a section.</summary>
    public void BeginSection(string title) => _title = title;

    /// <summary>Sets the bookmark of the section, if it has none yet.</summary>
    /// <param name="page">The page object that it leads to.</param>
    public void Set(int page)
    {
        if (_title is { } title)
        {
            _bookmarks.Add((title, page));
            _title = null;
        }
    }

    /// <summary>Writes them.</summary>
    /// <returns>The number of the object that has them.</returns>
    public int End()
    {
        var root = objects.Reserve();
        var numbers = _bookmarks.Select(_ => objects.Reserve()).ToArray();
        for (var place = 0; place < numbers.Length; place++)
        {
            var neighbours = (place > 0 ? PdfObjects.Text($"/Prev {numbers[place - 1]} 0 R") : "")
                + (place < numbers.Length - 1 ? PdfObjects.Text($"/Next {numbers[place + 1]} 0 R") : "");
            var (title, page) = _bookmarks[place];
            objects.Add(numbers[place]).Add(PdfObjects.Text($"<</Title{PdfObjects.Literal(title)}/Parent {root} 0 R{neighbours}/Dest[{page} 0 R/Fit]>>"));
        }

        var ends = numbers.Length > 0 ? PdfObjects.Text($"/First {numbers[0]} 0 R/Last {numbers[^1]} 0 R/Count {numbers.Length}") : "";
        objects.Add(root).Add($"<</Type/Outlines{ends}>>");
        return root;
    }
}
