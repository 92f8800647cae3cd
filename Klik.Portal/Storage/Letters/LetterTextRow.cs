namespace Klik.Portal.Storage.Letters;

/// <summary>A row of <c>letter_texts</c>: a school's own text of letters in a language.</summary>
internal sealed class LetterTextRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    /// <summary>Two letters.</summary>
    public required string Language { get; init; }

    /// <summary>The text, as JSON.</summary>
    public required string Text { get; init; }
}
