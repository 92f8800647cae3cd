using System.Net;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>
/// Somebody shows that an address is theirs: by the secret from the mail, which proves the mailbox, together with the password or
/// passkey, which proves who registered. With the first alone, whoever gets a mail by somebody else's doing would lend an address
/// to an account that is not theirs.
/// </summary>
public sealed class ConfirmOwnAddress(
    IParentAccessStore store, IOwnAccountStore accounts, CheckPassword check, PersonalData personalData, TimeProvider time)
{
    /// <summary>Confirms with the password.</summary>
    /// <returns><see cref="OwnAccountResult.SignedIn"/>, <see cref="OwnAccountResult.Refused"/>, <see cref="OwnAccountResult.TooMany"/>,
    /// <see cref="OwnAccountResult.DeadLink"/> or <see cref="OwnAccountResult.AddressTaken"/>. A second time does no harm.</returns>
    public async Task<OwnAccountResult> WithPasswordAsync(string? token, string? password, IPAddress? network, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not { } account)
        {
            return new OwnAccountResult.DeadLink();
        }

        var (result, _) = await check.OfAccountAsync(account, password, network, cancellationToken);
        return result is OwnAccountResult.SignedIn ? await ConfirmAsync(account, cancellationToken) : result;
    }

    /// <summary>Confirms with a passkey whose signature was checked.</summary>
    /// <returns>As with the password.</returns>
    public async Task<OwnAccountResult> WithPasskeyAsync(string? token, NewPasskey used, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(used);
        if (await FindAsync(token, cancellationToken) is not { } account)
        {
            return new OwnAccountResult.DeadLink();
        }

        return account.Id == used.OwnAccountId ? await ConfirmAsync(account, cancellationToken) : new OwnAccountResult.Refused();
    }

    private async Task<OwnAccount?> FindAsync(string? token, CancellationToken cancellationToken) =>
        OwnAccountToken.TryRead(OwnAccountTokenPurpose.ConfirmAddress, token, personalData, time.GetUtcNow(), out var read)
            ? await accounts.FindAsync(read.OwnAccountId, cancellationToken)
            : null;

    private async Task<OwnAccountResult> ConfirmAsync(OwnAccount account, CancellationToken cancellationToken)
    {
        if (account.ConfirmedAt is null)
        {
            await using var work = await store.BeginAsync(cancellationToken);
            var now = time.GetUtcNow();
            if (account.ToIdentity(personalData).Address is not { } address
                || !await work.OwnAccounts.TryConfirmAsync(account.Id, personalData.HashesOfTyped(address), now, cancellationToken))
            {
                return new OwnAccountResult.AddressTaken();
            }

            await work.CommitAsync(cancellationToken);
            account = account with { ConfirmedAt = now };
        }

        return new OwnAccountResult.SignedIn(account.ToIdentity(personalData), account.ToSession());
    }
}
