using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>
/// The present school's letters within a unit of work. The database enforces what each method promises: each is one conditional
/// statement, and whoever changes a letter has its row until the unit of work ends. In every unit of work letters come before
/// accounts and links, so that two callers never wait for each other.
/// </summary>
public interface ILetterStore
{
    /// <summary>The letters of some students, in no order; students without one are left out.</summary>
    /// <param name="students">At most a few hundred.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<Letter>> OfStudentsAsync(IReadOnlyCollection<StudentId> students, CancellationToken cancellationToken);

    /// <summary>Adds a letter.</summary>
    /// <returns>False when the student has one; nothing is changed then and the unit of work can go on.</returns>
    Task<bool> TryAddAsync(Letter letter, CancellationToken cancellationToken);

    /// <summary>Puts the next issue in place of the one that was looked at. The seats used, and by which links, stay.</summary>
    /// <param name="former">As it was looked at.</param>
    /// <param name="issued">What it becomes, with the same id and student.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when issue, used seats or revocation are no longer as in <paramref name="former"/>; nothing is changed then.</returns>
    Task<bool> TryIssueAsync(Letter former, Letter issued, CancellationToken cancellationToken);

    /// <summary>Uses a seat for a link and forgets wrong dates of birth, if the issue is this one and the letter is open
    /// (<see cref="LetterState.Open"/>): also when dates were counted since it was looked at.</summary>
    /// <returns>True for as many callers as there are seats; false for all others, for whom nothing is changed.</returns>
    Task<bool> TryTakeSeatAsync(Guid id, int issue, Guid linkId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Frees the seat that a link of the student used, whether or not the link is still there.</summary>
    /// <returns>True for the one caller who freed it.</returns>
    Task<bool> TryFreeSeatAsync(StudentId student, Guid linkId, CancellationToken cancellationToken);

    /// <summary>Counts one more wrong date of birth, if the issue is this one and fewer than <paramref name="most"/> were counted.</summary>
    /// <returns>False when there were so many; nothing is changed then.</returns>
    Task<bool> TryCountWrongBirthDateAsync(Guid id, int issue, int most, CancellationToken cancellationToken);

    /// <summary>Revokes a student's letter, whatever its state.</summary>
    /// <returns>True for the one caller who revoked it.</returns>
    Task<bool> TryRevokeAsync(StudentId student, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Revokes the student's letter if the link used a seat of it and it is not revoked yet. Anything else is no error.</summary>
    Task RevokeOfLinkAsync(StudentId student, Guid linkId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes letters that expired before a moment, with what is known of their seats. Links stay.</summary>
    /// <returns>How many letters.</returns>
    Task<int> RemoveExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
