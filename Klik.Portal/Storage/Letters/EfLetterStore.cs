using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Students;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.Letters;

/// <summary>The letters in the portal's database.</summary>
internal sealed class EfLetterStore(Lazy<ParentAccessDbContext> context, Statements statements, RowLocks locks) : ILetterStore
{
    private const string TakeSeat = """
        UPDATE letters SET used_seats = used_seats + 1, wrong_birth_dates = 0
        WHERE school_id = @school AND id = @id AND issue = @issue AND used_seats < seats AND wrong_birth_dates < @most
          AND revoked_at IS NULL AND expires_at > @now
        """;

    private const string CountWrongBirthDate = """
        UPDATE letters SET wrong_birth_dates = wrong_birth_dates + 1
        WHERE school_id = @school AND id = @id AND issue = @issue AND wrong_birth_dates < @most
        """;

    private DbSet<LetterRow> Rows => context.Value.Set<LetterRow>();

    private DbSet<LetterSeatRow> Seats => context.Value.Set<LetterSeatRow>();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Letter>> OfStudentsAsync(IReadOnlyCollection<StudentId> students, CancellationToken cancellationToken)
    {
        var ids = students.Select(student => student.Value).ToList();
        return [.. (await Rows.Where(row => ids.Contains(row.StudentId)).ToListAsync(cancellationToken)).Select(row => row.ToLetter())];
    }

    /// <inheritdoc/>
    public Task<bool> TryAddAsync(Letter letter, CancellationToken cancellationToken) =>
        statements.TryInsertAsync(LetterRow.From(statements.SchoolId, letter), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> TryIssueAsync(Letter former, Letter issued, CancellationToken cancellationToken)
    {
        var hash = issued.Code.Value;
        return await Issue(former.Id, former.Issue)
            .Where(row => row.UsedSeats == former.UsedSeats && row.RevokedAt == former.RevokedAt)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Issue, issued.Issue)
                    .SetProperty(row => row.KeyVersion, issued.KeyVersion)
                    .SetProperty(row => row.CodeHash, hash)
                    .SetProperty(row => row.Seats, issued.Seats)
                    .SetProperty(row => row.WrongBirthDates, issued.WrongBirthDates)
                    .SetProperty(row => row.MadeAt, issued.MadeAt)
                    .SetProperty(row => row.ExpiresAt, issued.ExpiresAt)
                    .SetProperty(row => row.RevokedAt, issued.RevokedAt),
                cancellationToken) == 1;
    }

    /// <inheritdoc/>
    public async Task<bool> TryTakeSeatAsync(Guid id, int issue, Guid linkId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var taking = new Statement(TakeSeat, ("@id", id), ("@issue", issue), ("@most", Letter.MostWrongBirthDates), ("@now", now.UtcTicks));
        if (await statements.ExecuteAsync(taking, cancellationToken) == 0)
        {
            return false;
        }

        await statements.InsertAsync(new LetterSeatRow { SchoolId = statements.SchoolId, LinkId = linkId, LetterId = id, TakenAt = now }, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> TryFreeSeatAsync(StudentId student, Guid linkId, CancellationToken cancellationToken)
    {
        // The letter before its seats, as whoever erases it takes them.
        await locks.LetterOfAsync(student, cancellationToken);
        var ofStudent = OfStudent(student);
        var freed = await Seats
            .Where(seat => seat.LinkId == linkId && ofStudent.Any(row => row.Id == seat.LetterId))
            .ExecuteDeleteAsync(cancellationToken);
        return freed == 1
            && await ofStudent.ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedSeats, row => row.UsedSeats - 1), cancellationToken) == 1;
    }

    /// <inheritdoc/>
    public async Task<bool> TryCountWrongBirthDateAsync(Guid id, int issue, int most, CancellationToken cancellationToken) =>
        await statements.ExecuteAsync(new Statement(CountWrongBirthDate, ("@id", id), ("@issue", issue), ("@most", most)), cancellationToken) == 1;

    /// <inheritdoc/>
    public async Task<bool> TryRevokeAsync(StudentId student, DateTimeOffset now, CancellationToken cancellationToken) =>
        await RevokeAsync(OfStudent(student), now, cancellationToken) == 1;

    /// <inheritdoc/>
    public Task RevokeOfLinkAsync(StudentId student, Guid linkId, DateTimeOffset now, CancellationToken cancellationToken) =>
        RevokeAsync(OfStudent(student).Where(row => Seats.Any(seat => seat.LetterId == row.Id && seat.LinkId == linkId)), now, cancellationToken);

    /// <inheritdoc/>
    public async Task<int> RemoveExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var expired = Rows.Where(row => row.ExpiresAt < before);
        return await (await locks.ExpiredLettersAsync(before, cancellationToken) is { } ids ? expired.Where(row => ids.Contains(row.Id)) : expired)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static Task<int> RevokeAsync(IQueryable<LetterRow> letters, DateTimeOffset now, CancellationToken cancellationToken) =>
        letters
            .Where(row => row.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellationToken);

    private IQueryable<LetterRow> Issue(Guid id, int issue) => Rows.Where(row => row.Id == id && row.Issue == issue);

    private IQueryable<LetterRow> OfStudent(StudentId student)
    {
        var studentId = student.Value;
        return Rows.Where(row => row.StudentId == studentId);
    }
}
