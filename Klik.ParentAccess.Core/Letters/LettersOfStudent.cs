using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>What a student sees of the letter made for them (rule P5).</summary>
public sealed class LettersOfStudent(ILetters letters, PersonalData personalData, TimeProvider time)
{
    /// <summary>Gives the student's letter and who used it; null when there is none.</summary>
    public async Task<LettersOfStudentResult?> ExecuteAsync(StudentId student, CancellationToken cancellationToken)
    {
        if (await letters.OfStudentAsync(student, cancellationToken) is not ({ } letter, { } seats))
        {
            return null;
        }

        return new LettersOfStudentResult(
            letter.MadeAt,
            letter.ExpiresAt,
            letter.StateAt(time.GetUtcNow()),
            letter.Seats,
            [.. seats.Select(seat => new LettersOfStudentResult.Seat(seat.LinkId, seat.Name is { } name ? personalData.Unprotect(name) : null, seat.TakenAt))]);
    }
}
