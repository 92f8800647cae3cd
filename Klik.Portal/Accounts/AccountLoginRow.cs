using Klik.ParentAccess.Core.Accounts;
using Klik.Portal.Storage;

namespace Klik.Portal.Accounts;

/// <summary>A row of <c>account_logins</c>: the external account that a parent signs in with (rule P1).</summary>
internal sealed class AccountLoginRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public required string AccountId { get; init; }

    public required ExternalProvider Provider { get; init; }
}
