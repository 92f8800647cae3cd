namespace Klik.ParentAccess.Services.Storage;

/// <summary>Patterns for <c>LIKE</c>.</summary>
internal static class Like
{
    public const string EscapeCharacter = "\\";

    /// <summary>Makes every character stand for itself.</summary>
    public static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    /// <summary>The keyed hashes under a key version, which stands before the full stop in each.</summary>
    public static string HashesUnder(byte keyVersion) => $"{keyVersion}.%";
}
