namespace Klik.ParentAccess.Core.Letters;

/// <summary>Why letters cannot be made with a text.</summary>
public abstract record LetterTextProblem
{
    private LetterTextProblem()
    {
    }

    /// <summary>A part that is needed has no text.</summary>
    /// <param name="Part">Which.</param>
    public sealed record Empty(LetterTextPart Part) : LetterTextProblem;

    /// <summary>A part is too long.</summary>
    /// <param name="Part">Which.</param>
    /// <param name="MaxLength">How long it may be, in characters.</param>
    public sealed record TooLong(LetterTextPart Part, int MaxLength) : LetterTextProblem;

    /// <summary>There are more than <see cref="LetterText.MaxSteps"/> steps.</summary>
    public sealed record TooManySteps : LetterTextProblem;

    /// <summary>Something in braces is no placeholder, or a brace is alone.</summary>
    /// <param name="Part">Where.</param>
    /// <param name="Text">What stands there, from the brace on.</param>
    public sealed record UnknownPlaceholder(LetterTextPart Part, string Text) : LetterTextProblem;
}
