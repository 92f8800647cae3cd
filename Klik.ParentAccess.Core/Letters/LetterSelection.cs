using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>For which students letters are made (rule L1). Only active students get one.</summary>
public abstract record LetterSelection
{
    private LetterSelection()
    {
    }

    /// <summary>All students of the school.</summary>
    public sealed record WholeSchool : LetterSelection;

    /// <summary>The students of a class.</summary>
    /// <param name="Title">The class; null for those without one.</param>
    public sealed record OneClass(string? Title) : LetterSelection;

    /// <summary>One student.</summary>
    /// <param name="Id">Who.</param>
    public sealed record OneStudent(StudentId Id) : LetterSelection;
}
