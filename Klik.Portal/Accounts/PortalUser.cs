using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.Portal.Storage;

namespace Klik.Portal.Accounts;

/// <summary>A parent's account, a row of <c>accounts</c>; what ASP.NET Core Identity calls a user.</summary>
internal sealed class PortalUser : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string Id { get; init; }

    public required string UserName { get; set; }

    public required string UserNameNormalized { get; set; }

    public required DateTimeOffset NamedAt { get; init; }

    /// <summary>Encrypted.</summary>
    public string? Address { get; init; }

    public string? AddressHash { get; init; }

    public string? Language { get; init; }

    public bool WantsEmail { get; init; }

    public bool WantsPush { get; init; }

    public DateTimeOffset? WithoutLinksSince { get; init; }

    public ParentAccount ToAccount() => new(
        Id,
        UserName,
        NamedAt,
        Address is null ? null : new ProtectedText(Address),
        AddressHash is null ? null : new AddressHash(AddressHash),
        Language,
        new NotificationPreferences(WantsEmail, WantsPush));
}
