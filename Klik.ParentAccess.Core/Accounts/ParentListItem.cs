namespace Klik.ParentAccess.Core.Accounts;

/// <summary>All that an administrator ever sees of a parent (rule I9).</summary>
/// <param name="UserName">The user name.</param>
/// <param name="IsActive">Whether the parent can sign in: linked with at least one active student.</param>
public sealed record ParentListItem(string UserName, bool IsActive);
