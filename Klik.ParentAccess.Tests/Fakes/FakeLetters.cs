using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Tests.Fakes;

internal sealed class FakeLetters(FakeUnitOfWork work) : ILetterStore
{
    public Task<IReadOnlyList<Letter>> OfStudentsAsync(IReadOnlyCollection<StudentId> students, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Letter>>([.. work.State.Letters.Values.Where(letter => students.Contains(letter.StudentId))]);

    public Task<bool> TryAddAsync(Letter letter, CancellationToken cancellationToken)
    {
        var isFree = !work.State.Letters.ContainsKey(letter.StudentId);
        return Task.FromResult(isFree && Put(letter));
    }

    public Task<bool> TryIssueAsync(Letter former, Letter issued, CancellationToken cancellationToken) => Task.FromResult(
        Find(former.Id) is { } letter && (letter.Issue, letter.UsedSeats, letter.RevokedAt) == (former.Issue, former.UsedSeats, former.RevokedAt) && Put(issued with { UsedSeats = letter.UsedSeats }));

    public Task<bool> TryTakeSeatAsync(Guid id, int issue, Guid linkId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Find(id) is not { } letter || letter.Issue != issue || letter.StateAt(now) != LetterState.Open)
        {
            return Task.FromResult(false);
        }

        work.State = work.State with { Seats = work.State.Seats.Add(linkId, new FakeSeat(id, linkId, now)) };
        return Task.FromResult(Put(letter with { UsedSeats = letter.UsedSeats + 1, WrongBirthDates = 0 }));
    }

    public Task<bool> TryFreeSeatAsync(StudentId student, Guid linkId, CancellationToken cancellationToken)
    {
        if (OfLink(student, linkId) is not { } letter)
        {
            return Task.FromResult(false);
        }

        work.State = work.State with { Seats = work.State.Seats.Remove(linkId) };
        return Task.FromResult(Put(letter with { UsedSeats = letter.UsedSeats - 1 }));
    }

    public Task<bool> TryCountWrongBirthDateAsync(Guid id, int issue, int most, CancellationToken cancellationToken) => Task.FromResult(
        Find(id) is { } letter && letter.Issue == issue && letter.WrongBirthDates < most && Put(letter with { WrongBirthDates = letter.WrongBirthDates + 1 }));

    public Task<bool> TryRevokeAsync(StudentId student, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(
        work.State.Letters.TryGetValue(student, out var letter) && letter.RevokedAt is null && Put(letter with { RevokedAt = now }));

    public Task RevokeOfLinkAsync(StudentId student, Guid linkId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (OfLink(student, linkId) is { RevokedAt: null } letter)
        {
            Put(letter with { RevokedAt = now });
        }

        return Task.CompletedTask;
    }

    public Task<int> RemoveExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var gone = work.State.Letters.Values.Where(letter => letter.ExpiresAt < before).ToList();
        work.State = work.State with
        {
            Letters = work.State.Letters.RemoveRange(gone.Select(letter => letter.StudentId)),
            Seats = work.State.Seats.RemoveRange(work.State.Seats.Values.Where(seat => gone.Any(letter => letter.Id == seat.LetterId)).Select(seat => seat.LinkId)),
        };
        return Task.FromResult(gone.Count);
    }

    private Letter? Find(Guid id) => work.State.Letters.Values.FirstOrDefault(letter => letter.Id == id);

    private Letter? OfLink(StudentId student, Guid linkId) =>
        work.State.Seats.TryGetValue(linkId, out var seat) && Find(seat.LetterId) is { } letter && letter.StudentId == student ? letter : null;

    private bool Put(Letter letter)
    {
        work.State = work.State with { Letters = work.State.Letters.SetItem(letter.StudentId, letter) };
        return true;
    }
}
