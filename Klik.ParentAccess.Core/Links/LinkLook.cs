using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.StudentRecords;

namespace Klik.ParentAccess.Core.Links;

/// <summary>A link and the last look at one part through it, as a store reads them.</summary>
/// <param name="LinkId">The link.</param>
/// <param name="Name">The name in the invitation or registration.</param>
/// <param name="Origin">What the link rests on.</param>
/// <param name="Since">Since when.</param>
/// <param name="Part">The part; null where nothing was looked at yet.</param>
/// <param name="At">When, together with <paramref name="Part"/>.</param>
public sealed record LinkLook(Guid LinkId, ProtectedText Name, LinkOrigin Origin, DateTimeOffset Since, StudentPart? Part, DateTimeOffset? At);
