namespace Klik.ParentAccess.Core.Privacy;

/// <summary>One version of a school's secret key.</summary>
/// <param name="Version">1 to 255; a higher one is newer.</param>
/// <param name="Secret">32 random bytes or more.</param>
public sealed record SchoolKey(byte Version, ReadOnlyMemory<byte> Secret)
{
    /// <summary>Hidden, so that a key never reaches a log by being formatted.</summary>
    public override string ToString() => $"(school key {Version})";
}
