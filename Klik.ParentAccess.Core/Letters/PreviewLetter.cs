using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Students;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>Shows the school a letter with a text before anything is made with it: for a student who does not exist, with a code
/// that works for nobody.</summary>
public sealed class PreviewLetter(ICurrentSchool school, ISchoolAddress address, IOptions<ParentAccessOptions> options, TimeProvider time)
{
    /// <summary>The code in the preview: all zeros, which no letter has.</summary>
    public const string SampleCode = "0000-0000-0000-0000";

    private const string SampleClass = "2B";

    /// <summary>Writes the preview.</summary>
    /// <param name="language">The language of the letter.</param>
    /// <param name="text">The text; one that letters can be made with (<see cref="LetterText.Problems"/>).</param>
    /// <param name="stream">Where the PDF goes; stays open.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task ExecuteAsync(string language, LetterText text, Stream stream, CancellationToken cancellationToken)
    {
        ActivationCode.TryParse(SampleCode, out var code);
        var student = new Student(StudentId.Parse("preview"), "Sam", "Sam de Vries", IsActive: true) { ClassTitle = SampleClass };
        var expiresAt = school.School.BeginOf(school.School.DayOf(time.GetUtcNow()).AddDays(options.Value.LetterLifetimeDays + 1));
        var letter = new PrintedLetter(student, code, expiresAt, options.Value.LetterSeats, language);
        var write = new WriteLetters(school, address, new OneText(language, text), time);
        return write.ExecuteAsync(new[] { letter }.ToAsyncEnumerable(), language, stream, null, cancellationToken);
    }

    private sealed class OneText(string language, LetterText text) : ILetterTexts
    {
        public Task<IReadOnlyDictionary<string, LetterText>> OwnAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, LetterText>>(new Dictionary<string, LetterText> { [language] = text });

        public Task SetAsync(string language, LetterText? text, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
