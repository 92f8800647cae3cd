using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>
/// A parent letter as it is stored: one a student. A new letter for the same student is the next issue of it, with another code
/// and more seats; which seats are used stays known. The code is derived (<see cref="ActivationCode"/>) and stored nowhere.
/// </summary>
/// <param name="Id">The identifier.</param>
/// <param name="StudentId">Whom the code links with (rule L3). Unique.</param>
/// <param name="Issue">Which issue it is, from 1; with each the code is another.</param>
/// <param name="KeyVersion">The version of the school's key that the code is derived with.</param>
/// <param name="Code">What the code is matched by. Unique.</param>
/// <param name="Seats">How many parents can have used the letter in all, those of earlier issues included (rule P4).</param>
/// <param name="UsedSeats">How many have.</param>
/// <param name="WrongBirthDates">Wrong dates of birth since the code last linked anybody.</param>
/// <param name="MadeAt">When this issue was made.</param>
/// <param name="ExpiresAt">From then on the code does not work.</param>
/// <param name="RevokedAt">When it was revoked; null when it was not.</param>
public sealed record Letter(
    Guid Id,
    StudentId StudentId,
    int Issue,
    byte KeyVersion,
    CodeHash Code,
    int Seats,
    int UsedSeats,
    int WrongBirthDates,
    DateTimeOffset MadeAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt)
{
    /// <summary>After so many wrong dates of birth a letter is frozen (rule P4).</summary>
    public const int MostWrongBirthDates = 5;

    /// <summary>How many parents can still use the letter.</summary>
    public int FreeSeats => Math.Max(0, Seats - UsedSeats);

    /// <summary>Whether the code works at a moment, or why not.</summary>
    public LetterState StateAt(DateTimeOffset now) => this switch
    {
        { RevokedAt: not null } => LetterState.Revoked,
        _ when ExpiresAt <= now => LetterState.Expired,
        { FreeSeats: 0 } => LetterState.UsedUp,
        { WrongBirthDates: >= MostWrongBirthDates } => LetterState.Frozen,
        _ => LetterState.Open,
    };
}
