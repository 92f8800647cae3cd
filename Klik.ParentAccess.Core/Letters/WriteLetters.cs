using System.Threading.Channels;
using Klik.ParentAccess.Core.Letters.Pdf;
using Klik.ParentAccess.Core.Schools;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>
/// Writes letters into one PDF (rule L1), each on pages of its own and with a bookmark for each class. Letters are laid out on
/// all processors, some ahead of the one that is being written, and forgotten once written: the memory needed does not grow with
/// their number.
/// </summary>
public sealed class WriteLetters(ICurrentSchool currentSchool, ISchoolAddress address, ILetterTexts texts, TimeProvider time)
{
    private const int AheadPerProcessor = 16;

    /// <summary>Writes them.</summary>
    /// <param name="letters">The letters, those of one class one after the other.</param>
    /// <param name="language">The language of the document's title and of letters that say none, two letters.</param>
    /// <param name="stream">Where the PDF goes; stays open.</param>
    /// <param name="progress">Told how many letters have been written, after each.</param>
    /// <param name="cancellationToken">Ends the work; what has been written by then is no PDF.</param>
    /// <returns>How many letters there are in it.</returns>
    public async Task<int> ExecuteAsync(
        IAsyncEnumerable<PrintedLetter> letters,
        string language,
        Stream stream,
        IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        var school = currentSchool.School;
        var now = time.GetUtcNow();
        var words = LetterLanguage.Of(language);
        var title = words.Labels.Document.Replace($"{{{LetterPlaceholder.School}}}", school.Name, StringComparison.Ordinal);
        using var document = new PdfDocument(stream, new PdfInformation(title, school.Name, words.Code, now));
        var pages = new LetterPages(school, address.Base, await texts.OwnAsync(cancellationToken), now);

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ahead = Channel.CreateBounded<Task<ComposedLetter>>(AheadPerProcessor * Environment.ProcessorCount);
        var composing = ComposeAsync(letters, letter => pages.Compose(letter, document.Fonts), ahead.Writer, ending.Token);
        try
        {
            var written = await WriteAsync(document, ahead.Reader, words.Labels.WithoutClass, progress, cancellationToken);
            await document.EndAsync(cancellationToken);
            return written;
        }
        finally
        {
            await ending.CancelAsync();
            await composing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<int> WriteAsync(
        PdfDocument document,
        ChannelReader<Task<ComposedLetter>> ahead,
        string withoutClass,
        IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        var written = 0;
        string? section = null;
        await foreach (var composing in ahead.ReadAllAsync(cancellationToken))
        {
            var letter = await composing;
            var title = letter.ClassTitle ?? withoutClass;
            if (title != section)
            {
                section = title;
                document.BeginSection(title);
            }

            await document.AddAsync(letter.Pages, cancellationToken);
            written++;
            progress?.Report(written);
        }

        return written;
    }

    private static async Task ComposeAsync(
        IAsyncEnumerable<PrintedLetter> letters,
        Func<PrintedLetter, PdfPart> compose,
        ChannelWriter<Task<ComposedLetter>> ahead,
        CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var letter in letters.WithCancellation(cancellationToken))
            {
                await ahead.WriteAsync(Task.Run(() => new ComposedLetter(letter.Student.ClassTitle, compose(letter)), cancellationToken), cancellationToken);
            }

            ahead.Complete();
        }
        catch (Exception exception)
        {
            // Whoever reads gets it: the letters could not be had.
            ahead.Complete(exception);
        }
    }

    private sealed record ComposedLetter(string? ClassTitle, PdfPart Pages);
}
