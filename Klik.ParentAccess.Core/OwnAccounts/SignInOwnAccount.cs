using System.Net;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>
/// Somebody signs in with an own account. Which part was wrong, whether there is such an account and whether it is locked for a
/// while all give the same answer after the same work.
/// </summary>
public sealed class SignInOwnAccount(
    IParentAccessStore store, IOwnAccountStore accounts, CheckPassword check, OwnAccountTries tries, PersonalData personalData, TimeProvider time)
{
    /// <summary>Signs in with a password. One whose address is not confirmed gets the mail about that once more.</summary>
    /// <returns><see cref="OwnAccountResult.SignedIn"/>, <see cref="OwnAccountResult.Refused"/> or <see cref="OwnAccountResult.TooMany"/>.</returns>
    public async Task<OwnAccountResult> WithPasswordAsync(string? address, string? password, IPAddress? network, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(address?.ToLowerInvariant(), out var parsed))
        {
            return new OwnAccountResult.Refused();
        }

        var (result, account) = await check.OfAddressAsync(parsed, password, network, cancellationToken);
        if (account is { ConfirmedAt: null })
        {
            await RemindAsync(account, parsed, cancellationToken);
        }

        return result;
    }

    /// <summary>Signs in with a passkey whose signature was checked.</summary>
    /// <param name="used">The passkey, with what it now says of itself.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns><see cref="OwnAccountResult.SignedIn"/> or <see cref="OwnAccountResult.Refused"/>.</returns>
    public async Task<OwnAccountResult> WithPasskeyAsync(NewPasskey used, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(used);
        if (await accounts.FindAsync(used.OwnAccountId, cancellationToken) is not { } account)
        {
            return new OwnAccountResult.Refused();
        }

        await using (var work = await store.BeginAsync(cancellationToken))
        {
            await work.OwnAccounts.UpdatePasskeyAsync(account.Id, used.Passkey, cancellationToken);
            await work.CommitAsync(cancellationToken);
        }

        if (account.ConfirmedAt is null && EmailAddress.TryParse(personalData.Unprotect(account.Address), out var address))
        {
            await RemindAsync(account, address, cancellationToken);
        }

        return new OwnAccountResult.SignedIn(account.ToIdentity(personalData), account.ToSession());
    }

    private async Task RemindAsync(OwnAccount account, EmailAddress address, CancellationToken cancellationToken)
    {
        if (await tries.TakeMailAsync(address, cancellationToken))
        {
            await using var work = await store.BeginAsync(cancellationToken);
            await work.Outbox.AddAsync(OutboxMessage.ForOwnAccount(OutboxKind.ConfirmAddress, account.Id, time.GetUtcNow()), cancellationToken);
            await work.CommitAsync(cancellationToken);
        }
    }
}
