namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>A part of a document (a letter) on pages of its own, ready to be written.</summary>
/// <param name="Language">The language that it is read aloud in, as in <c>nl</c>.</param>
/// <param name="Format">The size of its pages.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="Elements">Its elements in the order of reading.</param>
internal sealed record PdfPart(string Language, PdfPageFormat Format, IReadOnlyList<PdfPage> Pages, IReadOnlyList<PdfElement> Elements);
