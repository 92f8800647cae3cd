using System.Runtime.CompilerServices;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>
/// The school makes letters for a student, a class or all, or prints them again (rule L1). They are stored some hundred at a
/// time, just before they come out; ending half-way leaves letters that are printed again the next time.
/// </summary>
public sealed class MakeLetters(ILetters letters, IParentAccessStore store, LetterIssuer issuer, TimeProvider time)
{
    private const int InOneGo = 200;

    /// <summary>Makes them, by class and name.</summary>
    /// <param name="selection">For which students.</param>
    /// <param name="choice">Which of their letters.</param>
    /// <param name="language">The language of families of whom none is known that there are letters in, two letters.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async IAsyncEnumerable<PrintedLetter> ExecuteAsync(
        LetterSelection selection,
        LetterChoice choice,
        string language,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<Student> students = [];
        do
        {
            students = await letters.StudentsAsync(selection, students is [.., var last] ? last : null, InOneGo, cancellationToken);
            foreach (var letter in await MakeAsync(students, selection, choice, language, cancellationToken))
            {
                yield return letter;
            }
        }
        while (students.Count == InOneGo);
    }

    private async Task<IReadOnlyList<PrintedLetter>> MakeAsync(
        IReadOnlyList<Student> students,
        LetterSelection selection,
        LetterChoice choice,
        string language,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<PrintedLetter>? made = null;
        while (made is null)
        {
            // Whoever comes second, because a letter was made or used meanwhile, looks again.
            await using var work = await store.BeginAsync(cancellationToken);
            made = await TryMakeAsync(work, students, selection, choice, language, cancellationToken);
            if (made is not null)
            {
                await work.CommitAsync(cancellationToken);
            }
        }

        return made;
    }

    private async Task<IReadOnlyList<PrintedLetter>?> TryMakeAsync(
        IUnitOfWork work,
        IReadOnlyList<Student> students,
        LetterSelection selection,
        LetterChoice choice,
        string language,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = (await work.Letters.OfStudentsAsync([.. students.Select(student => student.Id)], cancellationToken))
            .ToDictionary(letter => letter.StudentId);
        var printed = new List<PrintedLetter>(students.Count);
        foreach (var student in students)
        {
            var former = known.GetValueOrDefault(student.Id);
            if (former?.StateAt(now) == LetterState.Open && issuer.Print(former, student, language) is { } again)
            {
                printed.Add(again);
            }
            else if (choice == LetterChoice.All && MayBeMade(former, selection))
            {
                var letter = former is null ? issuer.First(student.Id, now) : issuer.Renewed(former, now);
                var isStored = former is null
                    ? await work.Letters.TryAddAsync(letter, cancellationToken)
                    : await work.Letters.TryIssueAsync(former, letter, cancellationToken);
                if (!isStored)
                {
                    return null;
                }

                printed.Add(issuer.Print(letter, student, language)!);
            }
        }

        return printed;
    }

    // A letter that was withdrawn, perhaps by the student, does not come back with a pile for the whole class; the school must
    // mean this student (rule P5).
    private static bool MayBeMade(Letter? former, LetterSelection selection) => former?.RevokedAt is null || selection is LetterSelection.OneStudent;
}
