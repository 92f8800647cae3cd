namespace Klik.ParentAccess.Core.Letters;

/// <summary>
/// The text of a parent letter that a school can change. Placeholders in braces are filled in for each letter
/// (<see cref="LetterPlaceholder"/>); code, link and QR code stand in the letter whatever the text.
/// </summary>
/// <param name="Title">The heading, one line.</param>
/// <param name="Introduction">Above the code; a line feed begins a paragraph.</param>
/// <param name="Steps">What to do, one after the other.</param>
/// <param name="Closing">Below the steps; a line feed begins a paragraph.</param>
public sealed record LetterText(string Title, string Introduction, IReadOnlyList<string> Steps, string Closing)
{
    /// <summary>The longest heading, in characters.</summary>
    public const int MaxTitleLength = 120;

    /// <summary>The longest introduction and closing, in characters each.</summary>
    public const int MaxLength = 2000;

    /// <summary>The most steps.</summary>
    public const int MaxSteps = 10;

    /// <summary>The longest step, in characters.</summary>
    public const int MaxStepLength = 400;

    /// <summary>What is wrong with the text, in order; empty when letters can be made with it.</summary>
    public IReadOnlyList<LetterTextProblem> Problems() =>
    [
        .. Of(LetterTextPart.Title, Title, MaxTitleLength, isNeeded: true),
        .. Of(LetterTextPart.Introduction, Introduction, MaxLength, isNeeded: true),
        .. Steps.Count > MaxSteps ? [new LetterTextProblem.TooManySteps()] : Array.Empty<LetterTextProblem>(),
        .. Steps.Take(MaxSteps).SelectMany(step => Of(LetterTextPart.Steps, step, MaxStepLength, isNeeded: true)),
        .. Of(LetterTextPart.Closing, Closing, MaxLength, isNeeded: false),
    ];

    /// <summary>Whether it says the same, word for word.</summary>
    public bool Says(LetterText other) =>
        Title == other.Title && Introduction == other.Introduction && Closing == other.Closing && Steps.SequenceEqual(other.Steps);

    private static IEnumerable<LetterTextProblem> Of(LetterTextPart part, string text, int maxLength, bool isNeeded)
    {
        if (isNeeded && string.IsNullOrWhiteSpace(text))
        {
            yield return new LetterTextProblem.Empty(part);
        }

        if (text.Length > maxLength)
        {
            yield return new LetterTextProblem.TooLong(part, maxLength);
        }
        else if (LetterPlaceholder.FirstUnknown(text) is { } unknown)
        {
            yield return new LetterTextProblem.UnknownPlaceholder(part, unknown);
        }
    }
}
