namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>A part of the text as it is read aloud: a heading, a paragraph, a figure.</summary>
/// <param name="Tag">What it is, as PDF names it.</param>
/// <param name="Parent">The number of the element that it belongs to; null for the part itself.</param>
/// <param name="Description">What a figure shows, in words.</param>
/// <param name="Box">Where a figure is, in points: left, bottom, right and top.</param>
internal sealed record PdfElement(string Tag, int? Parent, string? Description = null, IReadOnlyList<double>? Box = null)
{
    /// <summary>The pages and marks where its content is drawn.</summary>
    public List<(int Page, int Mark)> Marks { get; } = [];
}
