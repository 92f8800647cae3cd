using System.Net;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>
/// Somebody has forgotten the password. The answer is the same for every address. A mail leaves only where the address is
/// confirmed: otherwise a slip of the pen at registration would hand the account to a stranger.
/// </summary>
public sealed class RequestPasswordReset(
    IParentAccessStore store, PersonalData personalData, OwnAccountTries tries, TimeProvider time)
{
    /// <summary>Queues the mail.</summary>
    /// <returns><see cref="OwnAccountResult.LookInMail"/>, <see cref="OwnAccountResult.TooMany"/>, or
    /// <see cref="OwnAccountResult.Invalid"/> for what is no address.</returns>
    public async Task<OwnAccountResult> ExecuteAsync(string? typed, IPAddress? network, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(typed?.ToLowerInvariant(), out var address))
        {
            return new OwnAccountResult.Invalid(Name: null, Address: true, Password: null);
        }

        if ((await tries.TakeNetworkAsync(network, cancellationToken)).Until is { } until)
        {
            return new OwnAccountResult.TooMany(until);
        }

        if (await tries.TakeMailAsync(address, cancellationToken))
        {
            await using var work = await store.BeginAsync(cancellationToken);
            var known = await work.OwnAccounts.OfAddressAsync(personalData.HashesOfTyped(address), cancellationToken);
            var now = time.GetUtcNow();

            // About nobody where there is no account, and dropped when it is sent: the work is the same.
            var account = known.Confirmed?.Id ?? Guid.CreateVersion7(now);
            await work.Outbox.AddAsync(OutboxMessage.ForOwnAccount(OutboxKind.ResetPassword, account, now), cancellationToken);

            await work.CommitAsync(cancellationToken);
        }

        return new OwnAccountResult.LookInMail();
    }
}
