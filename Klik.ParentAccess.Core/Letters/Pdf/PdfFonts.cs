namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>The fonts of one document: Noto Sans, regular and bold, with every Latin, Greek and Cyrillic letter.</summary>
internal sealed class PdfFonts
{
    private static readonly Lazy<TrueTypeFont> RegularFile = new(() => Read("NotoSans-Regular"));
    private static readonly Lazy<TrueTypeFont> BoldFile = new(() => Read("NotoSans-Bold"));

    /// <summary>For running text.</summary>
    public PdfFont Regular { get; } = new(RegularFile.Value, "R");

    /// <summary>For headings and what must be found at a glance.</summary>
    public PdfFont Bold { get; } = new(BoldFile.Value, "B");

    private static TrueTypeFont Read(string name)
    {
        using var file = typeof(PdfFonts).Assembly.GetManifestResourceStream($"{typeof(PdfFonts).Namespace}.Fonts.{name}.ttf")
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        var data = new byte[file.Length];
        file.ReadExactly(data);
        return new TrueTypeFont(name, data);
    }
}
