namespace Klik.ParentAccess.Core.Letters;

/// <summary>A student's letter, as the student sees it.</summary>
/// <param name="MadeAt">When the present issue was made.</param>
/// <param name="ExpiresAt">From then on the code does not work.</param>
/// <param name="State">Whether the code works, or why not.</param>
/// <param name="Seats">How many parents can have used it in all.</param>
/// <param name="UsedSeats">The used ones, the oldest first.</param>
public sealed record LettersOfStudentResult(
    DateTimeOffset MadeAt,
    DateTimeOffset ExpiresAt,
    LetterState State,
    int Seats,
    IReadOnlyList<LettersOfStudentResult.Seat> UsedSeats)
{
    /// <summary>A seat that was used.</summary>
    /// <param name="LinkId">The link that was made, to free the seat or withdraw consent.</param>
    /// <param name="Name">The name at registration; null when that parent has no access any more.</param>
    /// <param name="TakenAt">When.</param>
    public sealed record Seat(Guid LinkId, string? Name, DateTimeOffset TakenAt);
}
