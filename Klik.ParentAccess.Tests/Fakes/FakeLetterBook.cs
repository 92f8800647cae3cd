using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>The letters in memory, to look at.</summary>
internal sealed class FakeLetterBook(FakeStore store, FakeStudents students) : ILetters
{
    public Task<LetterOfCode?> FindAsync(IReadOnlyList<CodeHash> hashes, CancellationToken cancellationToken) =>
        Task.FromResult(store.State.Letters.Values.FirstOrDefault(letter => hashes.Contains(letter.Code)) is { } letter
            ? new LetterOfCode(letter, students.Get(letter.StudentId))
            : null);

    public Task<LetterWithSeats?> OfStudentAsync(StudentId student, CancellationToken cancellationToken)
    {
        var state = store.State;
        return Task.FromResult(state.Letters.TryGetValue(student, out var letter)
            ? new LetterWithSeats(
                letter,
                [
                    .. state.Seats.Values
                        .Where(seat => seat.LetterId == letter.Id)
                        .OrderBy(seat => seat.TakenAt).ThenBy(seat => seat.LinkId)
                        .Select(seat => new UsedSeat(seat.LinkId, seat.TakenAt, state.Links.GetValueOrDefault(seat.LinkId)?.Name)),
                ])
            : null);
    }

    public Task<Page<LetterListItem>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var letters = store.State.Letters;
        var all = Ordered(students.All)
            .Where(student => letters.ContainsKey(student.Id)
                && (page.Search is null || student.DisplayName.Contains(page.Search, StringComparison.OrdinalIgnoreCase)))
            .Select(student => new LetterListItem(student.Id, student.DisplayName, student.ClassTitle, letters[student.Id].MadeAt, letters[student.Id].ExpiresAt))
            .ToList();
        return Task.FromResult(new Page<LetterListItem>([.. all.Skip(page.Skip).Take(page.Take)], page.Number, page.Take, all.Count));
    }

    public Task<IReadOnlyList<LettersOfClass>> ClassesAsync(CancellationToken cancellationToken)
    {
        var letters = store.State.Letters;
        return Task.FromResult<IReadOnlyList<LettersOfClass>>(
        [
            .. Ordered(students.All.Where(student => student.IsActive))
                .GroupBy(student => student.ClassTitle)
                .Select(one => new LettersOfClass(
                    one.Key,
                    one.Count(),
                    one.Count(student => letters.ContainsKey(student.Id)),
                    one.Count(student => letters.TryGetValue(student.Id, out var letter) && letter.UsedSeats > 0))),
        ]);
    }

    public Task<IReadOnlyList<Student>> StudentsAsync(LetterSelection selection, Student? after, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Student>>(
        [
            .. Ordered(students.All.Where(student => student.IsActive && IsIn(student, selection)))
                .SkipWhile(student => after is not null && student.Id != after.Id)
                .Skip(after is null ? 0 : 1)
                .Take(most),
        ]);

    public Task<int> CountUnderOtherKeysAsync(byte keyVersion, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(store.State.Letters.Values.Count(letter => letter.KeyVersion != keyVersion && letter.ExpiresAt > now));

    private static bool IsIn(Student student, LetterSelection selection) => selection switch
    {
        LetterSelection.OneStudent one => student.Id == one.Id,
        LetterSelection.OneClass one => student.ClassTitle == one.Title,
        _ => true,
    };

    private static IOrderedEnumerable<Student> Ordered(IEnumerable<Student> students) => students
        .OrderBy(student => student.ClassTitle is null)
        .ThenBy(student => student.ClassTitle, StringComparer.Ordinal)
        .ThenBy(student => student.DisplayName, StringComparer.Ordinal)
        .ThenBy(student => student.Id.Value, StringComparer.Ordinal);
}
