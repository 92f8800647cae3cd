using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>A letter found by its code.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Student">Whom it links with, active or not.</param>
public sealed record LetterOfCode(Letter Letter, Student Student);
