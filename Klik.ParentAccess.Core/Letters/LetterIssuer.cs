using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Students;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>Makes letters and their next issues, and what stands in them.</summary>
public sealed class LetterIssuer(PersonalData personalData, ICurrentSchool school, IOptions<ParentAccessOptions> options)
{
    /// <summary>A student's first letter.</summary>
    internal Letter First(StudentId student, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new Letter(id, student, 1, personalData.NewestKeyVersion, CodeHashOf(id, 1), options.Value.LetterSeats, 0, 0, now, EndOf(now), null);
    }

    /// <summary>The next issue with as many free seats as a new letter has.</summary>
    internal Letter Renewed(Letter letter, DateTimeOffset now) => Next(letter, letter.UsedSeats + options.Value.LetterSeats, now);

    /// <summary>The next issue with the seats that are left: the former code is dead.</summary>
    internal Letter Reissued(Letter letter, DateTimeOffset now) => Next(letter, letter.Seats, now);

    /// <summary>What stands in a letter: in the family's language if there are letters in it, and for as many parents as the school has
    /// set. How many seats are left is not in it, because it would tell whoever prints it that one was used (rule I9).</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="student">Whose it is.</param>
    /// <param name="language">The school's language, two letters.</param>
    /// <returns>Null when the key that its code was derived with is gone.</returns>
    internal PrintedLetter? Print(Letter letter, Student student, string language) =>
        ActivationCode.For(letter.Id, letter.Issue, letter.KeyVersion, personalData) is { } code
            ? new PrintedLetter(student, code, letter.ExpiresAt, options.Value.LetterSeats, LetterLanguage.Has(student.FamilyLanguage) ? student.FamilyLanguage : language)
            : null;

    private Letter Next(Letter letter, int seats, DateTimeOffset now) => letter with
    {
        Issue = letter.Issue + 1,
        KeyVersion = personalData.NewestKeyVersion,
        Code = CodeHashOf(letter.Id, letter.Issue + 1),
        Seats = seats,
        WrongBirthDates = 0,
        MadeAt = now,
        ExpiresAt = EndOf(now),
        RevokedAt = null,
    };

    private CodeHash CodeHashOf(Guid id, int issue) => ActivationCode.For(id, issue, personalData.NewestKeyVersion, personalData)!.Hash(personalData);

    // The letter names the last day on which the code works: until the next one begins at the school.
    private DateTimeOffset EndOf(DateTimeOffset now) =>
        school.School.BeginOf(school.School.DayOf(now).AddDays(options.Value.LetterLifetimeDays + 1));
}
