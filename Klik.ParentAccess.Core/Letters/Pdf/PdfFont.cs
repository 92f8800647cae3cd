using System.Globalization;

namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>
/// A font within one document. A character's number in the document is its number in Unicode, so that pages can be made side by
/// side without agreeing on anything; which characters were used is noted, so that the font can be written at the end with only
/// those. Safe to use from several threads.
/// </summary>
internal sealed class PdfFont(TrueTypeFont font, string resource)
{
    private const int BitsPerWord = 64;

    private readonly ulong[] _used = new ulong[(char.MaxValue + 1) / BitsPerWord];

    /// <summary>The name that pages call it by.</summary>
    public string Resource => resource;

    /// <summary>The font itself.</summary>
    public TrueTypeFont Font => font;

    /// <summary>The characters used up to now.</summary>
    public IReadOnlyList<char> Used =>
        [.. Enumerable.Range(0, char.MaxValue + 1).Where(character => (_used[character / BitsPerWord] >> (character % BitsPerWord) & 1) == 1).Select(character => (char)character)];

    /// <summary>Notes that characters are used.</summary>
    public void Use(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            ref var word = ref _used[character / BitsPerWord];
            var bit = 1UL << (character % BitsPerWord);
            if ((Volatile.Read(ref word) & bit) == 0)
            {
                Interlocked.Or(ref word, bit);
            }
        }
    }

    /// <summary>The name with six letters in front that say that it is a part of the font.</summary>
    public string PartName => string.Create(CultureInfo.InvariantCulture, $"KLETTR+{font.Name}");
}
