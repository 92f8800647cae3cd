using Klik.ParentAccess.Core.Letters;

namespace Klik.Portal.Storage.Letters;

/// <summary>A row of <c>letters</c>. The code is not in it, only what it is matched by (rule P4).</summary>
internal sealed class LetterRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required Guid Id { get; init; }

    public required string StudentId { get; init; }

    public required int Issue { get; init; }

    public required byte KeyVersion { get; init; }

    public required string CodeHash { get; init; }

    public required int Seats { get; init; }

    public required int UsedSeats { get; init; }

    public required int WrongBirthDates { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public static LetterRow From(string schoolId, Letter letter) => new()
    {
        SchoolId = schoolId,
        Id = letter.Id,
        StudentId = letter.StudentId.Value,
        Issue = letter.Issue,
        KeyVersion = letter.KeyVersion,
        CodeHash = letter.Code.Value,
        Seats = letter.Seats,
        UsedSeats = letter.UsedSeats,
        WrongBirthDates = letter.WrongBirthDates,
        MadeAt = letter.MadeAt,
        ExpiresAt = letter.ExpiresAt,
        RevokedAt = letter.RevokedAt,
    };

    public Letter ToLetter() => new(
        Id,
        ParentAccess.Core.Students.StudentId.Parse(StudentId),
        Issue,
        KeyVersion,
        new CodeHash(CodeHash),
        Seats,
        UsedSeats,
        WrongBirthDates,
        MadeAt,
        ExpiresAt,
        RevokedAt);
}
