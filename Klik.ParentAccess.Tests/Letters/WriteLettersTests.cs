using Klik.ParentAccess.Core.Letters;

namespace Klik.ParentAccess.Tests.Letters;

[Trait("Rule", "L1")]
public sealed class WriteLettersTests : IDisposable
{
    private readonly SampleLetters _sample = new();

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => _sample.Dispose();

    [Fact]
    public async Task Progress_is_told_after_each_letter()
    {
        var told = new List<int>();

        var written = await _sample.WriteAsync(_sample.Many(100), Stream.Null, new Progress(told.Add));

        Assert.Equal(100, written);
        Assert.Equal(Enumerable.Range(1, 100), told);
    }

    [Fact]
    public async Task The_same_letters_give_the_same_file()
    {
        using var one = new MemoryStream();
        using var other = new MemoryStream();

        await _sample.WriteAsync(_sample.Many(70), one);
        await _sample.WriteAsync(_sample.Many(70), other);

        Assert.Equal(one.ToArray(), other.ToArray());
    }

    [Fact]
    public async Task The_file_goes_out_while_letters_still_come_in_and_few_are_made_ahead()
    {
        var asked = 0;
        var furthestAhead = 0;
        var written = 0;
        using var stream = new MemoryStream();

        await WriteLetters().ExecuteAsync(Letters(), "nl", stream, new Progress(count => written = count), Ending);

        Assert.InRange(furthestAhead, 1, 16 * Environment.ProcessorCount + 2);

        async IAsyncEnumerable<PrintedLetter> Letters()
        {
            for (; asked < 500; asked++)
            {
                furthestAhead = Math.Max(furthestAhead, asked - Volatile.Read(ref written));
                yield return _sample.Letter(asked);
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task Letters_that_cannot_be_had_end_the_work_with_the_reason()
    {
        async IAsyncEnumerable<PrintedLetter> Broken()
        {
            yield return _sample.Letter(1);
            await Task.Yield();
            throw new InvalidOperationException("The database is gone.");
        }

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            WriteLetters().ExecuteAsync(Broken(), "nl", Stream.Null, null, Ending));

        Assert.Equal("The database is gone.", thrown.Message);
    }

    [Fact]
    public async Task A_full_disk_ends_the_work_and_the_making()
    {
        using var full = new MemoryStream(new byte[10_000]);

        await Assert.ThrowsAsync<NotSupportedException>(() => _sample.WriteAsync(_sample.Many(500), full));
    }

    [Fact]
    public async Task Ending_the_work_ends_it()
    {
        using var ending = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WriteLetters().ExecuteAsync(
            _sample.Many(5000).ToAsyncEnumerable(), "nl", Stream.Null, new Progress(_ => ending.Cancel()), ending.Token));
    }

    [Fact]
    public async Task A_fresh_letter_takes_little_room()
    {
        using var one = new MemoryStream();
        using var many = new MemoryStream();

        await _sample.WriteAsync(_sample.Many(1), one);
        await _sample.WriteAsync(_sample.Many(201), many);

        Assert.InRange(one.Length, 5_000, 80_000);
        Assert.InRange((many.Length - one.Length) / 200, 1_000, 8_000);
    }

    private WriteLetters WriteLetters() => new(_sample.School, _sample.School, _sample.LetterTexts, _sample.Clock);

    private sealed class Progress(Action<int> told) : IProgress<int>
    {
        public void Report(int value) => told(value);
    }
}
