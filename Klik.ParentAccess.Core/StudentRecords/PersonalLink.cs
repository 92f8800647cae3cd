namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>Something attached to this one student.</summary>
/// <param name="Id">The identifier in the school's system.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">An activity, a source or a person.</param>
/// <param name="Address">Its web address (http or https), if it has one.</param>
/// <param name="Description">More about it, if any.</param>
/// <param name="ChangedAt">When it became known here or last changed.</param>
public sealed record PersonalLink(string Id, string Title, PersonalLinkKind Kind, Uri? Address, string? Description, DateTimeOffset ChangedAt);
