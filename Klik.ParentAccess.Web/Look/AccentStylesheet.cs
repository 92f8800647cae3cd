using Klik.ParentAccess.Core.Schools;

namespace Klik.ParentAccess.Web.Look;

/// <summary>
/// The few lines of CSS that give the pages their school's colour. They come after <c>parent-access.css</c>, as a file of their
/// own, because a strict content security policy allows no style inside a page.
/// </summary>
internal static class AccentStylesheet
{
    /// <summary>The darkest ground that something in the accent colour stands on in light pages; the same as in the stylesheet.</summary>
    internal static readonly AccentColor LightGround = new(0xF4, 0xF5, 0xF7);

    /// <summary>The lightest ground that something in the accent colour stands on in dark pages; the same as in the stylesheet.</summary>
    internal static readonly AccentColor DarkGround = new(0x26, 0x2D, 0x37);

    /// <summary>The stylesheet for a school.</summary>
    /// <param name="accent">The colour as <c>#rrggbb</c>; nothing, or another form, is the product's own.</param>
    public static string For(string? accent) => For(AccentColor.TryParse(accent, out var color) ? color : AccentColor.Default);

    /// <summary>The stylesheet for a colour.</summary>
    public static string For(AccentColor accent) => $$"""
        .klik {
        {{Properties(accent, LightGround)}}
        }
        @media screen and (prefers-color-scheme: dark) {
        .klik:where(:not([data-bs-theme=light] *)) {
        {{InTheDark(accent)}}
        }
        }
        @media screen {
        .klik:where([data-bs-theme=dark] *) {
        {{InTheDark(accent)}}
        }
        }

        """;

    private static string InTheDark(AccentColor accent) => Properties(accent.ReadableOn(DarkGround, AccentColor.ForShapes), DarkGround);

    /// <summary>The fill and the text on it; then what is drawn and what is read on the page itself.</summary>
    private static string Properties(AccentColor accent, AccentColor ground) => $"""
          --klik-accent: {accent};
          --klik-on-accent: {accent.TextOnIt};
          --klik-accent-shape: {accent.ReadableOn(ground, AccentColor.ForShapes)};
          --klik-accent-text: {accent.ReadableOn(ground, AccentColor.ForText)};
        """;
}
