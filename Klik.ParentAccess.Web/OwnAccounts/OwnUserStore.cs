using Klik.ParentAccess.Core.OwnAccounts;
using Microsoft.AspNetCore.Identity;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>
/// What ASP.NET Core Identity needs of own accounts to check passkeys. It reads and never writes: changes are use cases, which
/// come after the check.
/// </summary>
internal sealed class OwnUserStore(IOwnAccountStore accounts) : IUserPasskeyStore<OwnUser>
{
    public Task<string> GetUserIdAsync(OwnUser user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(OwnUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Id.ToString());

    public Task<string?> GetNormalizedUserNameAsync(OwnUser user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    public async Task<OwnUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) && await accounts.FindAsync(id, cancellationToken) is not null ? new OwnUser(id) : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(OwnUser user, CancellationToken cancellationToken) =>
        [.. (await accounts.PasskeysAsync(user.Id, cancellationToken)).Select(PasskeyInfo.From)];

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(OwnUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await GetPasskeysAsync(user, cancellationToken)).FirstOrDefault(passkey => passkey.CredentialId.AsSpan().SequenceEqual(credentialId));

    // Asked before a passkey is added; the database's own key refuses one that somebody has already.
    public Task<OwnUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => Task.FromResult<OwnUser?>(null);

    public Task AddOrUpdatePasskeyAsync(OwnUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task RemovePasskeyAsync(OwnUser user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task SetUserNameAsync(OwnUser user, string? userName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task SetNormalizedUserNameAsync(OwnUser user, string? normalizedName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> CreateAsync(OwnUser user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> UpdateAsync(OwnUser user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> DeleteAsync(OwnUser user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<OwnUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw ReadsOnly();

    public void Dispose()
    {
        // The store belongs to the scope.
    }

    private static NotSupportedException ReadsOnly() => new("Own accounts are changed by the use cases of Core.");
}
