using System.Buffers;

namespace Klik.ParentAccess.Core.Students;

/// <summary>The language that a family is written to in, as the school's system gives it.</summary>
public static class FamilyLanguage
{
    /// <summary>The longest that there is, in characters.</summary>
    public const int MaxLength = 3;

    private const int MinLength = 2;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>The language of a tag (BCP 47): of <c>nl-BE</c> it is <c>nl</c>. The rest of the tag is not kept.</summary>
    /// <param name="tag">A tag; an underscore will do for a hyphen.</param>
    /// <returns>Two or three small letters; null when the tag names no language.</returns>
    public static string? Of(string? tag)
    {
        var language = tag.AsSpan().Trim();
        var end = language.IndexOfAny('-', '_');
        language = end < 0 ? language : language[..end];
        return language.Length is >= MinLength and <= MaxLength && language.IndexOfAnyExcept(Letters) < 0 ? language.ToString().ToLowerInvariant() : null;
    }
}
