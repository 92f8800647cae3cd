using System.Net;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>
/// Compares a password with those of at most two accounts, counting the try before. It always costs two comparisons, whatever
/// there is to compare with.
/// </summary>
public sealed class CheckPassword(
    IParentAccessStore store, IOwnAccountStore accounts, PersonalData personalData, IPasswordHashes hashes, OwnAccountTries tries)
{
    /// <summary>Compares it with the accounts of an address.</summary>
    /// <param name="address">The address that was typed.</param>
    /// <param name="typed">The password that was typed.</param>
    /// <param name="network">The network address that it comes from.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns><see cref="OwnAccountResult.SignedIn"/>, <see cref="OwnAccountResult.Refused"/> or <see cref="OwnAccountResult.TooMany"/>.</returns>
    internal Task<(OwnAccountResult Result, OwnAccount? Account)> OfAddressAsync(
        EmailAddress address, string? typed, IPAddress? network, CancellationToken cancellationToken) =>
        CompareAsync(
            address,
            async () =>
            {
                var known = await accounts.OfAddressAsync(personalData.HashesOfTyped(address), cancellationToken);
                return [known.Confirmed, known.Unconfirmed];
            },
            typed,
            network,
            cancellationToken);

    /// <summary>Compares it with that of one account.</summary>
    internal Task<(OwnAccountResult Result, OwnAccount? Account)> OfAccountAsync(
        OwnAccount account, string? typed, IPAddress? network, CancellationToken cancellationToken) =>
        EmailAddress.TryParse(personalData.Unprotect(account.Address), out var address)
            ? CompareAsync(address, () => Task.FromResult<IReadOnlyList<OwnAccount?>>([account, null]), typed, network, cancellationToken)
            : Task.FromResult<(OwnAccountResult, OwnAccount?)>((new OwnAccountResult.Refused(), null));

    private async Task<(OwnAccountResult Result, OwnAccount? Account)> CompareAsync(
        EmailAddress address,
        Func<Task<IReadOnlyList<OwnAccount?>>> candidates,
        string? typed,
        IPAddress? network,
        CancellationToken cancellationToken)
    {
        if (Password.Read(typed) is not { } password)
        {
            return (new OwnAccountResult.Refused(), null);
        }

        var (counted, until) = await tries.TakeNetworkAsync(network, cancellationToken);
        if (until is not null)
        {
            return (new OwnAccountResult.TooMany(until.Value), null);
        }

        var mayTry = await tries.TakePasswordAsync(address, cancellationToken);
        OwnAccount? found = null;
        var match = PasswordMatch.Wrong;
        foreach (var candidate in await candidates())
        {
            // No way out of the loop: the second one is compared too, whether or not there is one.
            if (hashes.Compare(mayTry ? candidate?.PasswordHash : null, password) is not PasswordMatch.Wrong and var compared && found is null)
            {
                (found, match) = (candidate, compared);
            }
        }

        if (found is null)
        {
            return (new OwnAccountResult.Refused(), null);
        }

        await tries.SucceedAsync(address, counted!, cancellationToken);
        if (match == PasswordMatch.RightButOld)
        {
            await using var work = await store.BeginAsync(cancellationToken);
            await work.OwnAccounts.TrySetPasswordAsync(found, hashes.Hash(password), found.SecuredAt, cancellationToken);
            await work.CommitAsync(cancellationToken);
        }

        return (new OwnAccountResult.SignedIn(found.ToIdentity(personalData), found.ToSession()), found);
    }
}
