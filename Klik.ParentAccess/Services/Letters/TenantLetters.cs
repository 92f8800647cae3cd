using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Services.Storage;
using Klik.ParentAccess.Services.Students;
using YesSql.Services;

namespace Klik.ParentAccess.Services.Letters;

/// <summary>The letters in the tenant's database, to look at.</summary>
internal sealed class TenantLetters(HiddenItems items, TenantDatabase database, IStudents students) : ILetters
{
    private static readonly SqlName ByClassAndName = new("s.class_title IS NULL, s.class_title, s.display_name, s.id");
    private static readonly SqlName IsActive = new("s.is_active_in_source AND NOT s.is_deactivated_by_administrator");

    /// <inheritdoc/>
    public async Task<LetterOfCode?> FindAsync(IReadOnlyList<CodeHash> hashes, CancellationToken cancellationToken)
    {
        var values = hashes.Select(hash => hash.Value).ToList();
        return await items.LoadAsync<LetterPartIndex>(index => index.CodeHash.IsIn(values), cancellationToken) is [var item, ..]
            && item.LetterPart().ToLetter() is { } letter
            && await students.FindAsync(letter.StudentId, cancellationToken) is { } student
                ? new LetterOfCode(letter, student)
                : null;
    }

    /// <inheritdoc/>
    public async Task<LetterWithSeats?> OfStudentAsync(StudentId student, CancellationToken cancellationToken)
    {
        var studentId = student.Value;
        if (await items.LoadAsync<LetterPartIndex>(index => index.StudentId == studentId, cancellationToken) is not [var item])
        {
            return null;
        }

        var part = item.LetterPart();
        var links = part.UsedSeats.Select(seat => seat.LinkId).ToList();
        var names = (await database.QueryAsync(
            $"SELECT id, name FROM {database.Links} WHERE id IN {links}",
            row => (Id: row.Id(0), Name: new ProtectedText(row.GetString(1))),
            cancellationToken)).ToDictionary(link => link.Id, link => link.Name);
        return new LetterWithSeats(
            part.ToLetter(),
            [
                .. part.UsedSeats
                    .OrderBy(seat => seat.TakenAtTicks).ThenBy(seat => seat.LinkId)
                    .Select(seat => new UsedSeat(seat.LinkId, new DateTimeOffset(seat.TakenAtTicks, TimeSpan.Zero), names.GetValueOrDefault(seat.LinkId))),
            ]);
    }

    /// <inheritdoc/>
    public async Task<Page<LetterListItem>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var pattern = $"%{Like.Escape(page.Search?.Trim() ?? "")}%";
        FormattableString letters = $"""
            FROM {database.Letters} l JOIN {database.Students} s ON s.id = l."StudentId"
            WHERE s.display_name {database.LikeInAnyCase} {pattern} ESCAPE {Like.EscapeCharacter}
            """;
        var total = await database.CountAsync(Sql.Join($"SELECT COUNT(*) ", letters), cancellationToken);
        var found = await database.QueryAsync(
            Sql.Join(
                $"""SELECT s.id, s.display_name, s.class_title, l."MadeAtTicks", l."ExpiresAtTicks" """,
                letters,
                $" ORDER BY {ByClassAndName} LIMIT {page.Take} OFFSET {page.Skip}"),
            row => new LetterListItem(StudentId.Parse(row.GetString(0)), row.GetString(1), row.TextOrNull(2), row.Moment(3), row.Moment(4)),
            cancellationToken);
        return new Page<LetterListItem>(found, Math.Max(1, page.Number), page.Take, total);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LettersOfClass>> ClassesAsync(CancellationToken cancellationToken) =>
        await database.QueryAsync(
            $"""
            SELECT s.class_title, COUNT(*), COUNT(l."StudentId"), COUNT(CASE WHEN l."UsedSeats" > 0 THEN 1 END)
            FROM {database.Students} s LEFT JOIN {database.Letters} l ON l."StudentId" = s.id
            WHERE {IsActive}
            GROUP BY s.class_title
            ORDER BY s.class_title IS NULL, s.class_title
            """,
            row => new LettersOfClass(row.TextOrNull(0), (int)row.GetInt64(1), (int)row.GetInt64(2), (int)row.GetInt64(3)),
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Student>> StudentsAsync(LetterSelection selection, Student? after, int most, CancellationToken cancellationToken) =>
        await database.QueryAsync(
            Sql.Join(
                $"SELECT {StudentReading.Columns} FROM {database.Students} s WHERE {IsActive} AND ",
                Of(selection),
                $" AND ",
                After(after),
                $" ORDER BY {ByClassAndName} LIMIT {most}"),
            row => row.Student(),
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountUnderOtherKeysAsync(byte keyVersion, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.CountAsync(
            $"""SELECT COUNT(*) FROM {database.Letters} WHERE "CodeHash" NOT LIKE {Like.HashesUnder(keyVersion)} AND "ExpiresAtTicks" > {now}""",
            cancellationToken);

    private static FormattableString Of(LetterSelection selection) => selection switch
    {
        LetterSelection.OneStudent { Id.Value: var id } => $"s.id = {id}",
        LetterSelection.OneClass { Title: { } title } => $"s.class_title = {title}",
        LetterSelection.OneClass => $"s.class_title IS NULL",
        _ => $"1 = 1",
    };

    // Compared as the database sorts, or a student would be passed over.
    private static FormattableString After(Student? last) => last switch
    {
        null => $"1 = 1",
        { ClassTitle: null } => $"s.class_title IS NULL AND (s.display_name, s.id) > ({last.DisplayName}, {last.Id.Value})",
        _ => $"(s.class_title IS NULL OR (s.class_title, s.display_name, s.id) > ({last.ClassTitle}, {last.DisplayName}, {last.Id.Value}))",
    };
}
