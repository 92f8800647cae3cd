namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>Bounds that keep a hostile file from filling memory or disk.</summary>
public sealed class OneRosterLimits
{
    /// <summary>The most entries that a zip file may have.</summary>
    public int MaxFiles { get; set; } = 1_000;

    /// <summary>The most bytes that all files together may have, unpacked.</summary>
    public long MaxTotalBytes { get; set; } = 8L * 1024 * 1024 * 1024;

    /// <summary>How many times larger than packed a file may be, once it is larger than 16 MiB.</summary>
    public int MaxCompressionRatio { get; set; } = 200;

    /// <summary>The most bytes that one row may have.</summary>
    public int MaxRowBytes { get; set; } = 256 * 1024;
}
