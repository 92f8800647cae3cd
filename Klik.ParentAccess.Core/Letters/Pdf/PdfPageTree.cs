namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>The pages of a document, in a tree of which readers need not open all to find one.</summary>
internal sealed class PdfPageTree(PdfObjects objects)
{
    private const int PagesInNode = 64;

    private readonly List<int> _nodes = [];
    private readonly List<int> _nodePages = [];
    private int _node = objects.Reserve();
    private int _pages;

    /// <summary>The number of the tree.</summary>
    public int Root { get; } = objects.Reserve();

    /// <summary>Writes a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="format">Its size.</param>
    /// <param name="resources">The number of the object that has its fonts.</param>
    /// <param name="key">By what the structure knows it.</param>
    /// <returns>The number of its object.</returns>
    public int Add(PdfPage page, PdfPageFormat format, int resources, int key)
    {
        var (number, content) = (objects.Reserve(), objects.Reserve());
        objects.AddStream(content, "/Filter/FlateDecode", page.Content);
        objects.Add(number)
            .Add("<</Type/Page/Parent "u8).Refer(_node)
            .Add("/MediaBox[0 0 "u8).Add(format.Width).Add(" "u8).Add(format.Height)
            .Add("]/Resources "u8).Refer(resources)
            .Add("/Contents "u8).Refer(content)
            .Add("/StructParents "u8).Add(key).Add("/Tabs/S>>"u8);
        _pages++;
        _nodePages.Add(number);
        if (_nodePages.Count == PagesInNode)
        {
            EndNode();
        }

        return number;
    }

    /// <summary>Writes the tree.</summary>
    public void End()
    {
        EndNode();
        objects.Add(Root).Add("<</Type/Pages/Count "u8).Add(_pages).Add("/Kids["u8).Refer(_nodes).Add("]>>"u8);
    }

    private void EndNode()
    {
        if (_nodePages.Count == 0)
        {
            return;
        }

        objects.Add(_node).Add("<</Type/Pages/Parent "u8).Refer(Root).Add("/Count "u8).Add(_nodePages.Count).Add("/Kids["u8).Refer(_nodePages).Add("]>>"u8);
        _nodes.Add(_node);
        _nodePages.Clear();
        _node = objects.Reserve();
    }
}
