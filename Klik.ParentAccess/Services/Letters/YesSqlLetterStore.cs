using System.Linq.Expressions;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.Services.Storage;
using YesSql.Services;

namespace Klik.ParentAccess.Services.Letters;

/// <summary>The letters as content items (rule O3). A letter is one document with its seats in it, and whoever changes it has locked
/// it before.</summary>
internal sealed class YesSqlLetterStore(HiddenItems items, RowLocks locks) : ILetterStore
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Letter>> OfStudentsAsync(IReadOnlyCollection<StudentId> students, CancellationToken cancellationToken)
    {
        var ids = students.Select(student => student.Value).ToList();
        return [.. (await items.LoadAsync<LetterPartIndex>(index => index.StudentId.IsIn(ids), cancellationToken)).Select(item => item.LetterPart().ToLetter())];
    }

    /// <inheritdoc/>
    public async Task<bool> TryAddAsync(Letter letter, CancellationToken cancellationToken)
    {
        // The lock and not the unique index answers, because a violation would end the transaction on PostgreSQL.
        await locks.LetterOfAsync(letter.StudentId, cancellationToken);
        if (await OfStudentsAsync([letter.StudentId], cancellationToken) is not [])
        {
            return false;
        }

        await items.AddAsync(LetterPart.ContentType, letter.ToPart(), cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public Task<bool> TryIssueAsync(Letter former, Letter issued, CancellationToken cancellationToken) =>
        TryChangeAsync(
            former.Id,
            part =>
            {
                var isAsLookedAt = (part.Issue, part.UsedSeats.Count, part.RevokedAtTicks) == (former.Issue, former.UsedSeats, former.RevokedAt?.UtcTicks);
                if (isAsLookedAt)
                {
                    part.PutIssue(issued);
                }

                return isAsLookedAt;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryTakeSeatAsync(Guid id, int issue, Guid linkId, DateTimeOffset now, CancellationToken cancellationToken) =>
        TryChangeAsync(
            id,
            part =>
            {
                if (part.Issue != issue
                    || part.UsedSeats.Count >= part.Seats
                    || part.WrongBirthDates >= Letter.MostWrongBirthDates
                    || part.RevokedAtTicks is not null
                    || part.ExpiresAtTicks <= now.UtcTicks)
                {
                    return false;
                }

                part.UsedSeats.Add(new LetterSeat { LinkId = linkId, TakenAtTicks = now.UtcTicks });
                part.WrongBirthDates = 0;
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryFreeSeatAsync(StudentId student, Guid linkId, CancellationToken cancellationToken) =>
        TryChangeAsync(
            student,
            part => part.UsedSeats.FirstOrDefault(used => used.LinkId == linkId) is { } seat && part.UsedSeats.Remove(seat),
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryCountWrongBirthDateAsync(Guid id, int issue, int most, CancellationToken cancellationToken) =>
        TryChangeAsync(id, part => part.Issue == issue && part.WrongBirthDates++ < most, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryRevokeAsync(StudentId student, DateTimeOffset now, CancellationToken cancellationToken) =>
        TryChangeAsync(student, part => TryRevoke(part, now), cancellationToken);

    /// <inheritdoc/>
    public Task RevokeOfLinkAsync(StudentId student, Guid linkId, DateTimeOffset now, CancellationToken cancellationToken) =>
        TryChangeAsync(student, part => part.IsUsedBy(linkId) && TryRevoke(part, now), cancellationToken);

    /// <inheritdoc/>
    public async Task<int> RemoveExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        // What somebody has locked is left for the next time: waiting for many at once, two could wait for each other.
        var ticks = before.UtcTicks;
        var expired = await items.LockFreeAsync<LetterPartIndex>(index => index.ExpiresAtTicks < ticks, cancellationToken);
        await items.RemoveAsync(expired, cancellationToken);
        return expired.Count;
    }

    private static bool TryRevoke(LetterPart part, DateTimeOffset now)
    {
        var isFirst = part.RevokedAtTicks is null;
        part.RevokedAtTicks ??= now.UtcTicks;
        return isFirst;
    }

    private Task<bool> TryChangeAsync(Guid id, Func<LetterPart, bool> change, CancellationToken cancellationToken)
    {
        var text = id.ToString();
        return TryChangeAsync(index => index.LetterId == text, change, cancellationToken);
    }

    private Task<bool> TryChangeAsync(StudentId student, Func<LetterPart, bool> change, CancellationToken cancellationToken)
    {
        var studentId = student.Value;
        return TryChangeAsync(index => index.StudentId == studentId, change, cancellationToken);
    }

    private async Task<bool> TryChangeAsync(Expression<Func<LetterPartIndex, bool>> condition, Func<LetterPart, bool> change, CancellationToken cancellationToken)
    {
        if (await items.LockAsync(condition, cancellationToken) is not [var item] || item.LetterPart() is not { } part || !change(part))
        {
            return false;
        }

        await items.SaveAsync(item, part, cancellationToken);
        return true;
    }
}
