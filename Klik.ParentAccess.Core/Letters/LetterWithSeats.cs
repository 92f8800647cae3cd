namespace Klik.ParentAccess.Core.Letters;

/// <summary>A letter and the seats of it that are used, as stored.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Seats">The used seats.</param>
public sealed record LetterWithSeats(Letter Letter, IReadOnlyList<UsedSeat> Seats);
