namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>The size of a page and the margins within which text flows, in points (1/72 inch).</summary>
internal sealed record PdfPageFormat(double Width, double Height, double Left, double Right, double Top, double Bottom)
{
    /// <summary>Points in a millimetre.</summary>
    public const double Millimetre = 72 / 25.4;

    /// <summary>A4.</summary>
    public static PdfPageFormat A4 { get; } = new(
        210 * Millimetre, 297 * Millimetre, 25 * Millimetre, 25 * Millimetre, 20 * Millimetre, 20 * Millimetre);

    /// <summary>How wide text can be.</summary>
    public double TextWidth => Width - Left - Right;
}
