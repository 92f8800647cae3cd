using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>The present school's letters to look at, and the students to make them for; a few statements each, however many there are. Given by the host.</summary>
public interface ILetters
{
    /// <summary>Finds the letter with a code, in whatever state, and its student.</summary>
    /// <param name="hashes">What the code may be known by.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<LetterOfCode?> FindAsync(IReadOnlyList<CodeHash> hashes, CancellationToken cancellationToken);

    /// <summary>A student's letter with the seats that are used, the oldest first.</summary>
    Task<LetterWithSeats?> OfStudentAsync(StudentId student, CancellationToken cancellationToken);

    /// <summary>The letters by class and student, for the administrator: nothing of seats is in it (rule I9). Searching looks at the
    /// students' names only.</summary>
    Task<Page<LetterListItem>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Every class with active students, by title, and last those students without a class.</summary>
    Task<IReadOnlyList<LettersOfClass>> ClassesAsync(CancellationToken cancellationToken);

    /// <summary>The next active students by class (those without one last), name and id.</summary>
    /// <param name="selection">Which students.</param>
    /// <param name="after">The last one of the former call; null at first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<Student>> StudentsAsync(LetterSelection selection, Student? after, int most, CancellationToken cancellationToken);

    /// <summary>How many letters that have not expired have a code under another key version than this one.</summary>
    Task<int> CountUnderOtherKeysAsync(byte keyVersion, DateTimeOffset now, CancellationToken cancellationToken);
}
