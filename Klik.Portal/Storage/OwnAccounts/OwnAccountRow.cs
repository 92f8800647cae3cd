using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;

namespace Klik.Portal.Storage.OwnAccounts;

/// <summary>A row of <c>own_accounts</c>.</summary>
internal sealed class OwnAccountRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    /// <summary>As text, because it is the subject of a row of <c>account_logins</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Encrypted.</summary>
    public required string Name { get; init; }

    /// <summary>Encrypted.</summary>
    public required string Address { get; init; }

    public required string AddressHash { get; init; }

    /// <summary>The same once the address is confirmed, and unique: of several who claim an address one has it.</summary>
    public string? ConfirmedAddressHash { get; init; }

    public string? Language { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public string? PasswordHash { get; init; }

    public required DateTimeOffset SecuredAt { get; init; }

    public static OwnAccountRow From(string schoolId, OwnAccount account) => new()
    {
        SchoolId = schoolId,
        Id = account.Id.ToString(),
        Name = account.Name.Value,
        Address = account.Address.Value,
        AddressHash = account.AddressHash.Value,
        Language = account.Language,
        CreatedAt = account.CreatedAt,
        PasswordHash = account.PasswordHash,
        SecuredAt = account.SecuredAt,
    };

    public OwnAccount ToOwnAccount() => new(
        Guid.Parse(Id),
        new ProtectedText(Name),
        new ProtectedText(Address),
        new AddressHash(AddressHash),
        Language,
        CreatedAt,
        ConfirmedAt,
        PasswordHash,
        SecuredAt);
}
