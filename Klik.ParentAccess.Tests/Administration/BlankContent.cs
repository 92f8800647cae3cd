using System.Net;

namespace Klik.ParentAccess.Tests.Administration;

/// <summary>An upload of nothing but zeros that takes no memory.</summary>
internal sealed class BlankContent : HttpContent
{
    private readonly long _length;
    private readonly bool _isAnnounced;
    private long _sent;

    public BlankContent(long length, bool isAnnounced = true)
    {
        (_length, _isAnnounced) = (length, isAnnounced);
        Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=part");
    }

    /// <summary>How many bytes the other side took, about.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var block = new byte[256 * 1024];
        for (var left = _length; left > 0; left -= block.Length)
        {
            await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)));
            Interlocked.Add(ref _sent, Math.Min(left, block.Length));
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return _isAnnounced;
    }
}
