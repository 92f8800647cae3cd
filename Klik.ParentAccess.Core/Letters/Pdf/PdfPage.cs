namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>One page, ready to be written.</summary>
/// <param name="Content">Its operators, compressed.</param>
/// <param name="Elements">The number of the element that each mark on it belongs to.</param>
internal sealed record PdfPage(byte[] Content, IReadOnlyList<int> Elements);
