namespace Klik.ParentAccess.Core.Letters;

/// <summary>The letters of a school by class, and whether somebody is guessing codes.</summary>
/// <param name="Classes">By title; last the students without a class.</param>
/// <param name="IsBesieged">Whether so many wrong codes were tried in the past hour that the administrator is to know (rule P4).
/// Families with the right letter still get in.</param>
public sealed record LettersOverviewResult(IReadOnlyList<LettersOverviewResult.ClassCount> Classes, bool IsBesieged)
{
    /// <summary>The letters of a class.</summary>
    /// <param name="Title">The class; null for students without one.</param>
    /// <param name="Students">How many active students.</param>
    /// <param name="Letters">How many of them have a letter.</param>
    /// <param name="Used">How many of those were used by at least one parent; null where that would point at somebody.</param>
    public sealed record ClassCount(string? Title, int Students, int Letters, UsedCount? Used);

    /// <summary>How many letters of a class were used, as far as it is told.</summary>
    /// <param name="AtLeast">So many; four or more.</param>
    /// <param name="OrMore">Whether it may be more: of the last four of a class nothing is told.</param>
    public sealed record UsedCount(int AtLeast, bool OrMore);
}
