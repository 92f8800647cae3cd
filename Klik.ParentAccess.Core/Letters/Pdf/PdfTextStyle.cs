namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>How a text looks.</summary>
/// <param name="Size">In points.</param>
/// <param name="LineHeight">From one line to the next, in points.</param>
/// <param name="Color">Its colour.</param>
/// <param name="IsBold">Whether it is bold.</param>
internal sealed record PdfTextStyle(double Size, double LineHeight, PdfColor Color, bool IsBold = false);
