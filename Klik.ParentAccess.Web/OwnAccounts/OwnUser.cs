namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>What ASP.NET Core Identity calls a user: an own account, by its id.</summary>
/// <param name="Id">The account's id.</param>
internal sealed record OwnUser(Guid Id);
