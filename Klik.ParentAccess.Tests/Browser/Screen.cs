namespace Klik.ParentAccess.Tests.Browser;

/// <summary>Widths of screens, in CSS pixels.</summary>
internal static class Screen
{
    /// <summary>The narrowest that WCAG 1.4.10 knows: 1280 at 400%.</summary>
    public const int Narrowest = 320;

    public const int Phone = 360;

    public const int Desktop = 1280;

    /// <summary>Languages and widths that the main path is walked in.</summary>
    public static TheoryData<string, int> Walks => new() { { "nl", Phone }, { "nl", Desktop }, { "en", Phone }, { "en", Desktop } };
}
