namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>Reads a file within a <see cref="ByteBudget"/>; damage in a packed file shows as a broken import.</summary>
internal sealed class BoundedStream(Stream inner, string file, long packedLength, ByteBudget budget) : ForwardStream(inner)
{
    private readonly Stream _inner = inner;
    private long _read;

    /// <summary>How far it has been read.</summary>
    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = _inner.Read(buffer);
            _read += read;
            budget.Spend(read, file, _read, packedLength);
            return read;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new BrokenImportException(BrokenReason.UnreadableZip, file, inner: exception);
        }
    }
}
