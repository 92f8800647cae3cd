using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Klik.ParentAccess.Core.Schools;

/// <summary>
/// A colour that a school chooses for its pages, with the contrast of WCAG 2.2 (rule P9). Every colour will do: what is read
/// on it is black or white, and where it is read itself it is made darker or lighter until it can be.
/// </summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct AccentColor(byte Red, byte Green, byte Blue)
{
    /// <summary>The contrast that text needs (WCAG 1.4.3).</summary>
    public const double ForText = 4.5;

    /// <summary>The contrast that lines, bars and focus rings need (WCAG 1.4.11).</summary>
    public const double ForShapes = 3;

    /// <summary>The product's own accent, for a school that chose none.</summary>
    public static AccentColor Default { get; } = new(0x12, 0x60, 0x73);

    /// <summary>White.</summary>
    public static AccentColor White { get; } = new(0xFF, 0xFF, 0xFF);

    /// <summary>Black.</summary>
    public static AccentColor Black { get; } = new(0, 0, 0);

    /// <summary>Reads <c>#rrggbb</c> or <c>#rgb</c>, in either case.</summary>
    /// <returns>False when <paramref name="text"/> has another form.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccentColor color)
    {
        color = default;
        var digits = text?.Trim();
        if (digits is ['#', var r, var g, var b])
        {
            digits = string.Create(CultureInfo.InvariantCulture, $"#{r}{r}{g}{g}{b}{b}");
        }

        if (digits is not { Length: 7 } || digits[0] != '#'
            || !uint.TryParse(digits.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        color = new AccentColor((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    /// <summary>Black or white, whichever is read better on this colour: always at least 4.5:1.</summary>
    public AccentColor TextOnIt => ContrastWith(White) >= ContrastWith(Black) ? White : Black;

    /// <summary>The contrast with another colour, from 1 to 21.</summary>
    public double ContrastWith(AccentColor other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>
    /// This colour, or the nearest darker or lighter one of the same hue that has the wanted contrast with a background;
    /// black or white where none has.
    /// </summary>
    public AccentColor ReadableOn(AccentColor background, double contrast)
    {
        if (ContrastWith(background) >= contrast)
        {
            return this;
        }

        var end = background.TextOnIt;
        var (hue, saturation, from) = Hsl;
        var to = end == White ? 1.0 : 0.0;
        // The luminance rises with the lightness, so that halving finds the nearest one.
        var nearest = end;
        for (var step = 0; step < 12; step++)
        {
            var middle = (from + to) / 2;
            var candidate = FromHsl(hue, saturation, middle);
            var isReadable = candidate.ContrastWith(background) >= contrast;
            (from, to) = isReadable ? (from, middle) : (middle, to);
            nearest = isReadable ? candidate : nearest;
        }

        return nearest;
    }

    /// <summary>As <c>#rrggbb</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private (double Hue, double Saturation, double Lightness) Hsl
    {
        get
        {
            var (r, g, b) = (Red / 255.0, Green / 255.0, Blue / 255.0);
            var (most, least) = (Math.Max(r, Math.Max(g, b)), Math.Min(r, Math.Min(g, b)));
            var (lightness, range) = ((most + least) / 2, most - least);
            if (range == 0)
            {
                return (0, 0, lightness);
            }

            var hue = most == r ? (g - b) / range : most == g ? ((b - r) / range) + 2 : ((r - g) / range) + 4;
            return ((hue + 6) % 6, range / (1 - Math.Abs((2 * lightness) - 1)), lightness);
        }
    }

    private static AccentColor FromHsl(double hue, double saturation, double lightness)
    {
        var chroma = (1 - Math.Abs((2 * lightness) - 1)) * saturation;
        var second = chroma * (1 - Math.Abs((hue % 2) - 1));
        var (r, g, b) = (int)hue switch
        {
            0 => (chroma, second, 0.0),
            1 => (second, chroma, 0.0),
            2 => (0.0, chroma, second),
            3 => (0.0, second, chroma),
            4 => (second, 0.0, chroma),
            _ => (chroma, 0.0, second),
        };
        var rest = lightness - (chroma / 2);
        return new AccentColor(Channel(r + rest), Channel(g + rest), Channel(b + rest));
    }

    private static byte Channel(double value) => (byte)Math.Clamp(Math.Round(value * 255), 0, 255);

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
