namespace Klik.ParentAccess.Core.Letters.Jobs;

/// <summary>Which letters are to be made or printed.</summary>
/// <param name="Selection">For which students.</param>
/// <param name="Choice">Which of their letters.</param>
/// <param name="Language">The language of families of whom none is known, two letters.</param>
public sealed record LetterOrder(LetterSelection Selection, LetterChoice Choice, string Language);
