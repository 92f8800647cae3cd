namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>Counts the bytes that were really read from a source, whatever its headers say.</summary>
internal sealed class ByteBudget(OneRosterLimits limits)
{
    private const long RatioMatters = 16 * 1024 * 1024;

    private long _spent;

    public void Spend(int bytes, string file, long readOfFile, long packedLength)
    {
        _spent += bytes;
        if (_spent > limits.MaxTotalBytes)
        {
            throw new BrokenImportException(BrokenReason.TooLarge, file);
        }

        if (readOfFile > RatioMatters && readOfFile / Math.Max(1, packedLength) > limits.MaxCompressionRatio)
        {
            throw new BrokenImportException(BrokenReason.TooCompressed, file);
        }
    }
}
