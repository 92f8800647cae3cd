using System.Buffers;
using System.Text;

namespace Klik.ParentAccess.Web.Pages;

/// <summary>Collects the text of a page in memory that is used again for the next one.</summary>
internal sealed class PageText : TextWriter
{
    // In signs. Most pages are no longer; a longer one takes more.
    private const int Usual = 16 * 1024;

    private char[] _signs = ArrayPool<char>.Shared.Rent(Usual);
    private int _length;

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>What was written so far, until this is disposed.</summary>
    public ReadOnlyMemory<char> Written => _signs.AsMemory(0, _length);

    /// <inheritdoc/>
    public override void Write(char value)
    {
        MakeRoom(1);
        _signs[_length++] = value;
    }

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        MakeRoom(buffer.Length);
        buffer.CopyTo(_signs.AsSpan(_length));
        _length += buffer.Length;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // Only once: what is given back twice would be two pages' at the same time.
        if (Interlocked.Exchange(ref _signs, []) is { Length: > 0 } signs)
        {
            _length = 0;
            ArrayPool<char>.Shared.Return(signs);
        }

        base.Dispose(disposing);
    }

    private void MakeRoom(int count)
    {
        if (_signs.Length - _length >= count)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + count, 2 * _signs.Length));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_signs);
        _signs = larger;
    }
}
