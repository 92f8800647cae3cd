using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Core.Links;

/// <summary>A link with the account that it gives access to.</summary>
/// <param name="Link">The link.</param>
/// <param name="Account">The parent's account.</param>
public sealed record LinkedAccount(Link Link, ParentAccount Account);
