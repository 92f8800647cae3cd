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
    IReadOnlyDictionary<StudentPart, DateTimeOffset> LastViews)
{
    /// <summary>Puts the looks of each link together, the oldest link first.</summary>
    public static IReadOnlyList<LinkedParent> Of(IEnumerable<LinkLook> looks) =>
    [
        .. looks
            .GroupBy(look => look.LinkId)
            .Select(link => new LinkedParent(
                link.Key,
                link.First().Name,
                link.First().Origin,
                link.First().Since,
                link.Where(look => look.Part is not null).ToDictionary(look => look.Part!.Value, look => look.At!.Value)))
            .OrderBy(parent => parent.Since).ThenBy(parent => parent.LinkId),
    ];
}
