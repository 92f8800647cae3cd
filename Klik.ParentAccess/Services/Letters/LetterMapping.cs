using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Models;
using OrchardCore.ContentManagement;

namespace Klik.ParentAccess.Services.Letters;

/// <summary>A letter as a content part and back.</summary>
internal static class LetterMapping
{
    public static LetterPart ToPart(this Letter letter)
    {
        var part = new LetterPart { LetterId = letter.Id, StudentId = letter.StudentId.Value, WrongBirthDates = letter.WrongBirthDates };
        part.PutIssue(letter);
        return part;
    }

    /// <summary>Puts everything in that another issue has anew.</summary>
    public static void PutIssue(this LetterPart part, Letter letter)
    {
        part.Issue = letter.Issue;
        part.KeyVersion = letter.KeyVersion;
        part.CodeHash = letter.Code.Value;
        part.Seats = letter.Seats;
        part.WrongBirthDates = letter.WrongBirthDates;
        part.MadeAtTicks = letter.MadeAt.UtcTicks;
        part.ExpiresAtTicks = letter.ExpiresAt.UtcTicks;
        part.RevokedAtTicks = letter.RevokedAt?.UtcTicks;
    }

    public static LetterPart LetterPart(this ContentItem item) =>
        item.TryGet<LetterPart>(out var part) ? part : throw new InvalidOperationException("A content item is no letter.");

    public static Letter ToLetter(this LetterPart part) => new(
        part.LetterId,
        StudentId.Parse(part.StudentId),
        part.Issue,
        part.KeyVersion,
        new CodeHash(part.CodeHash),
        part.Seats,
        part.UsedSeats.Count,
        part.WrongBirthDates,
        new DateTimeOffset(part.MadeAtTicks, TimeSpan.Zero),
        new DateTimeOffset(part.ExpiresAtTicks, TimeSpan.Zero),
        part.RevokedAtTicks is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null);

    public static bool IsUsedBy(this LetterPart part, Guid linkId) => part.UsedSeats.Any(seat => seat.LinkId == linkId);
}
