using Klik.ParentAccess.Core.OwnAccounts;

namespace Klik.Portal.Storage.OwnAccounts;

/// <summary>A row of <c>passkeys</c>.</summary>
internal sealed class PasskeyRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string CredentialId { get; init; }

    public required string OwnAccountId { get; init; }

    public required string PublicKey { get; init; }

    public required long SignCount { get; init; }

    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static PasskeyRow From(string schoolId, Guid ownAccountId, Passkey passkey) => new()
    {
        SchoolId = schoolId,
        CredentialId = passkey.CredentialId,
        OwnAccountId = ownAccountId.ToString(),
        PublicKey = passkey.PublicKey,
        SignCount = passkey.SignCount,
        IsBackupEligible = passkey.IsBackupEligible,
        IsBackedUp = passkey.IsBackedUp,
        CreatedAt = passkey.CreatedAt,
    };

    public Passkey ToPasskey() => new(CredentialId, PublicKey, SignCount, IsBackupEligible, IsBackedUp, CreatedAt);
}
