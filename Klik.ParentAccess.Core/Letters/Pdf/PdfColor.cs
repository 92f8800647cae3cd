namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>A colour, each part from 0 to 255.</summary>
internal readonly record struct PdfColor(byte Red, byte Green, byte Blue)
{
    public static PdfColor Black { get; } = new(0, 0, 0);
}
