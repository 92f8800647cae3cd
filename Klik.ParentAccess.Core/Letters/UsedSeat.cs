using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>A seat of a letter that was used, as stored: by which link. What is known of the parent is known through the link, and
/// gone with it.</summary>
/// <param name="LinkId">The link that was made.</param>
/// <param name="TakenAt">When.</param>
/// <param name="Name">The name at registration; null when the link is no longer there.</param>
public sealed record UsedSeat(Guid LinkId, DateTimeOffset TakenAt, ProtectedText? Name);
