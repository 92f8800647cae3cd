namespace Klik.Portal.Storage.Letters;

/// <summary>A row of <c>letter_seats</c>: a seat that was used. It stays when the link goes, so that the seat is not free again.</summary>
internal sealed class LetterSeatRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required Guid LinkId { get; init; }

    public required Guid LetterId { get; init; }

    public required DateTimeOffset TakenAt { get; init; }
}
