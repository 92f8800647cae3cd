using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>What a parent's account is made from.</summary>
/// <param name="Issuer">Of the external account.</param>
/// <param name="Subject">Of the external account; unique with the issuer in the school (rule P1).</param>
/// <param name="Provider">Which provider it is, to show on the settings page.</param>
/// <param name="Name">The name that the user name is made from (rule I10).</param>
/// <param name="NamedAt">When the invitation with that name was sent.</param>
/// <param name="Address">The invitation's address.</param>
/// <param name="AddressHash">Its hash.</param>
/// <param name="Language">The language that the parent uses now.</param>
public sealed record NewParent(
    string Issuer,
    string Subject,
    ExternalProvider Provider,
    PersonName Name,
    DateTimeOffset NamedAt,
    ProtectedText? Address,
    AddressHash? AddressHash,
    string? Language);
