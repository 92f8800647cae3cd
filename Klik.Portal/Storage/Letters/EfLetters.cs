using System.Data.Common;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.Storage.Links;
using Klik.Portal.Students;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.Letters;

/// <summary>The letters in the portal's database, to look at.</summary>
internal sealed class EfLetters(Lazy<ParentAccessDbContext> context, Statements statements) : ILetters
{
    private const string OfCode = $"""
        SELECT letter.id, letter.issue, letter.key_version, letter.code_hash, letter.seats, letter.used_seats,
          letter.wrong_birth_dates, letter.made_at, letter.expires_at, letter.revoked_at, {StudentColumns.Sql}
        FROM letters letter JOIN students student ON student.school_id = letter.school_id AND student.id = letter.student_id
        WHERE letter.school_id = @school AND letter.code_hash IN
        """;

    /// <inheritdoc/>
    public Task<LetterOfCode?> FindAsync(IReadOnlyList<CodeHash> hashes, CancellationToken cancellationToken)
    {
        var values = new ValueList("@hash", hashes.Select(hash => hash.Value));
        return statements.FirstAsync(new Statement($"{OfCode} {values}", [.. values.Parameters]), ReadOfCode, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<LetterWithSeats?> OfStudentAsync(StudentId student, CancellationToken cancellationToken)
    {
        var studentId = student.Value;
        var rows = await (
            from letter in context.Value.Set<LetterRow>().Where(letter => letter.StudentId == studentId)
            from seat in context.Value.Set<LetterSeatRow>()
                .Where(seat => seat.SchoolId == letter.SchoolId && seat.LetterId == letter.Id)
                .DefaultIfEmpty()
            from link in context.Value.Set<LinkRow>()
                .Where(link => link.SchoolId == letter.SchoolId && link.Id == seat.LinkId)
                .DefaultIfEmpty()
            orderby seat.TakenAt, seat.LinkId
            select new { letter, seat, name = link == null ? null : link.Name }).ToListAsync(cancellationToken);
        return rows is not [var first, ..]
            ? null
            : new LetterWithSeats(
                first.letter.ToLetter(),
                [
                    .. rows.Where(row => row.seat is not null)
                        .Select(row => new UsedSeat(row.seat.LinkId, row.seat.TakenAt, row.name is null ? null : new ProtectedText(row.name))),
                ]);
    }

    /// <inheritdoc/>
    public async Task<Page<LetterListItem>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var letters =
            from student in context.Value.Set<StudentRow>().WithNameLike(context.Value, page.Search)
            join letter in context.Value.Set<LetterRow>() on new { student.SchoolId, student.Id } equals new { letter.SchoolId, Id = letter.StudentId }
            select new { student, letter };
        var total = await letters.CountAsync(cancellationToken);
        var rows = await letters
            .OrderBy(row => row.student.ClassTitle == null)
            .ThenBy(row => row.student.ClassTitle).ThenBy(row => row.student.DisplayName).ThenBy(row => row.student.Id)
            .Skip(page.Skip)
            .Take(page.Take)
            .Select(row => new { row.student.Id, row.student.DisplayName, row.student.ClassTitle, row.letter.MadeAt, row.letter.ExpiresAt })
            .ToListAsync(cancellationToken);
        return new Page<LetterListItem>(
            [.. rows.Select(row => new LetterListItem(StudentId.Parse(row.Id), row.DisplayName, row.ClassTitle, row.MadeAt, row.ExpiresAt))],
            Math.Max(1, page.Number),
            page.Take,
            total);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LettersOfClass>> ClassesAsync(CancellationToken cancellationToken)
    {
        var rows = await (
            from student in ActiveStudents()
            join letter in context.Value.Set<LetterRow>() on new { student.SchoolId, student.Id } equals new { letter.SchoolId, Id = letter.StudentId } into letters
            from letter in letters.DefaultIfEmpty()
            group letter by student.ClassTitle into one
            orderby one.Key == null, one.Key
            select new { one.Key, Students = one.Count(), Letters = one.Count(letter => letter != null), Used = one.Count(letter => letter.UsedSeats > 0) })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new LettersOfClass(row.Key, row.Students, row.Letters, row.Used))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Student>> StudentsAsync(LetterSelection selection, Student? after, int most, CancellationToken cancellationToken)
    {
        var rows = await After(Of(selection), after)
            .OrderBy(row => row.ClassTitle == null)
            .ThenBy(row => row.ClassTitle).ThenBy(row => row.DisplayName).ThenBy(row => row.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToStudent())];
    }

    /// <inheritdoc/>
    public Task<int> CountUnderOtherKeysAsync(byte keyVersion, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.Value.Set<LetterRow>().CountAsync(row => row.KeyVersion != keyVersion && row.ExpiresAt > now, cancellationToken);

    private static LetterOfCode ReadOfCode(DbDataReader row)
    {
        var student = StudentColumns.Read(row, 10);
        var letter = new Letter(
            row.GetGuid(0),
            student.Id,
            row.GetInt32(1),
            row.GetByte(2),
            new CodeHash(row.GetString(3)),
            row.GetInt32(4),
            row.GetInt32(5),
            row.GetInt32(6),
            row.GetMoment(7),
            row.GetMoment(8),
            row.GetMomentOrNull(9));
        return new LetterOfCode(letter, student);
    }

    private IQueryable<StudentRow> ActiveStudents() =>
        context.Value.Set<StudentRow>().Where(row => row.IsActiveInSource && !row.IsDeactivatedByAdministrator);

    private IQueryable<StudentRow> Of(LetterSelection selection)
    {
        switch (selection)
        {
            case LetterSelection.OneStudent one:
                var id = one.Id.Value;
                return ActiveStudents().Where(row => row.Id == id);
            case LetterSelection.OneClass one:
                var title = one.Title;
                return ActiveStudents().Where(row => row.ClassTitle == title);
            default:
                return ActiveStudents();
        }
    }

    // Compared as the database sorts, or a student would be passed over.
    private static IQueryable<StudentRow> After(IQueryable<StudentRow> students, Student? last)
    {
        if (last is null)
        {
            return students;
        }

        var (id, name, title) = (last.Id.Value, last.DisplayName, last.ClassTitle);
        return title is null
            ? students.Where(row => row.ClassTitle == null
                && (row.DisplayName.CompareTo(name) > 0 || (row.DisplayName == name && row.Id.CompareTo(id) > 0)))
            : students.Where(row => row.ClassTitle == null
                || row.ClassTitle!.CompareTo(title) > 0
                || (row.ClassTitle == title
                    && (row.DisplayName.CompareTo(name) > 0 || (row.DisplayName == name && row.Id.CompareTo(id) > 0))));
    }
}
