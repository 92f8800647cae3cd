using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>The school issues a letter anew because it was lost or fell into the wrong hands: the former code is dead at once
/// (rule P4). The seats that are left stay, and the letter lives its full time again.</summary>
public sealed class ReissueLetter(IStudents students, IParentAccessStore store, LetterIssuer issuer, TimeProvider time)
{
    /// <summary>Issues it.</summary>
    /// <param name="studentId">Whose letter.</param>
    /// <param name="language">The language where the family's is not known, two letters.</param>
    /// <param name="cancellationToken">Ends the work; nothing has happened then.</param>
    /// <returns>What to print; null when the student is not active, or has no letter with a free seat that is not revoked.</returns>
    public async Task<PrintedLetter?> ExecuteAsync(StudentId studentId, string language, CancellationToken cancellationToken)
    {
        if (await students.FindAsync(studentId, cancellationToken) is not { IsActive: true } student)
        {
            return null;
        }

        while (true)
        {
            var now = time.GetUtcNow();
            await using var work = await store.BeginAsync(cancellationToken);
            if (await work.Letters.OfStudentsAsync([studentId], cancellationToken) is not [{ RevokedAt: null, FreeSeats: > 0 } former])
            {
                return null;
            }

            var letter = issuer.Reissued(former, now);
            if (await work.Letters.TryIssueAsync(former, letter, cancellationToken))
            {
                await work.CommitAsync(cancellationToken);
                return issuer.Print(letter, student, language);
            }
        }
    }
}
