using System.IO.Compression;

namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>Compresses what stands in a stream of a PDF (<c>FlateDecode</c>).</summary>
internal static class PdfCompression
{
    private const int UsualLength = 6 * 1024;

    /// <summary>The data, compressed.</summary>
    public static byte[] Of(ReadOnlySpan<byte> data)
    {
        using var compressed = new MemoryStream(UsualLength);
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return compressed.ToArray();
    }
}
