using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.StudentRecords;

namespace Klik.ParentAccess.Core.Links;

/// <summary>A link as the student sees it, as stored (rule P5).</summary>
/// <param name="LinkId">The link.</param>
/// <param name="Name">The name in the invitation or registration.</param>
/// <param name="Origin">What the link rests on.</param>
/// <param name="Since">Since when.</param>
/// <param name="LastViews">When the parent last looked at each part; parts never looked at are absent.</param>
public sealed record LinkedParent(
    Guid LinkId,
    ProtectedText Name,
    LinkOrigin Origin,
    DateTimeOffset Since,
    IReadOnlyDictionary<StudentPart, DateTimeOffset> LastViews);
