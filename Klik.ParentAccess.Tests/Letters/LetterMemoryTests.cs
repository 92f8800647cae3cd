namespace Klik.ParentAccess.Tests.Letters;

/// <summary>Letters are forgotten once written: measured alone, because it looks at the memory of the whole process.</summary>
[Collection(nameof(LettersAlone)), Trait("Rule", "L1")]
public sealed class LetterMemoryTests : IDisposable
{
    private const int Few = 500;
    private const int Many = 5_000;

    // A letter is four thousand bytes in the file, and more than ten thousand before that.
    private const int MostHeldOfALetter = 1_000;
    private const int MostWrittenAtOnce = 512 * 1024;

    private readonly SampleLetters _sample = new();

    public void Dispose() => _sample.Dispose();

    [Fact]
    public async Task Ten_times_as_many_letters_need_hardly_more_memory()
    {
        var held = new HeldMemory(Few, Many);
        using var stream = new ForgettingStream();

        await _sample.WriteAsync(Enumerable.Range(0, Many + 1).Select(number => _sample.Letter(number)), stream, held);

        Assert.InRange((held.At[Many] - held.At[Few]) / (Many - Few), long.MinValue, MostHeldOfALetter);
        // The longest is the last: the table of where everything is, and what was gathered before it.
        Assert.InRange(stream.MostAtOnceBeforeTheEnd, 1, MostWrittenAtOnce);
        Assert.True(stream.Length > 2L * MostHeldOfALetter * Many, "The letters are not in the file.");
    }

    /// <summary>How much is held when so many letters have been written.</summary>
    private sealed class HeldMemory(params int[] moments) : IProgress<int>
    {
        public Dictionary<int, long> At { get; } = [];

        public void Report(int value)
        {
            if (moments.Contains(value))
            {
                At[value] = GC.GetTotalMemory(forceFullCollection: true);
            }
        }
    }

    /// <summary>Counts what is written, and keeps none of it.</summary>
    private sealed class ForgettingStream : Stream
    {
        private long _length;
        private int _last;

        public int MostAtOnceBeforeTheEnd { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position
        {
            get => _length;
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            _length += count;
            MostAtOnceBeforeTheEnd = Math.Max(MostAtOnceBeforeTheEnd, _last);
            _last = count;
        }
    }
}
