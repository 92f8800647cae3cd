using System.Net;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>
/// Somebody registers an account at the school (rules L4, L5). What is answered, and the work, is the same whether the address
/// is known or not; whoever reads its mail is told.
/// </summary>
public sealed class RegisterOwnAccount(
    IParentAccessStore store,
    PersonalData personalData,
    IPasswordHashes hashes,
    OwnAccountTries tries,
    ICurrentSchool school,
    TimeProvider time)
{
    /// <summary>Registers.</summary>
    /// <param name="form">What was filled in.</param>
    /// <param name="network">The network address that it comes from.</param>
    /// <param name="cancellationToken">Ends the work; nothing has happened then.</param>
    /// <returns><see cref="OwnAccountResult.Invalid"/>, <see cref="OwnAccountResult.TooMany"/>,
    /// <see cref="OwnAccountResult.LookInMail"/>, or <see cref="OwnAccountResult.SignedIn"/> for somebody who may enter at once.</returns>
    public async Task<OwnAccountResult> ExecuteAsync(OwnAccountForm form, IPAddress? network, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var nameProblem = PersonName.TryParse(form.Name, out var name);
        var address = EmailAddress.TryParse(form.Address?.ToLowerInvariant(), out var typed) ? typed : null;
        Password? password = null;
        var passwordProblem = form.Passkey is null
            ? Password.TryChoose(form.Password, [form.Name ?? "", form.Address ?? "", school.School.Name], out password)
            : null;
        if (nameProblem is not null || address is null || passwordProblem is not null)
        {
            return new OwnAccountResult.Invalid(nameProblem, address is null, passwordProblem);
        }

        if ((await tries.TakeNetworkAsync(network, cancellationToken)).Until is { } until)
        {
            return new OwnAccountResult.TooMany(until);
        }

        var mayMail = await tries.TakeMailAsync(address, cancellationToken);
        var account = NewAccount(form, name, address, password);
        return await StoreAsync(form, account, address, mayMail, cancellationToken);
    }

    private OwnAccount NewAccount(OwnAccountForm form, PersonName name, EmailAddress address, Password? password)
    {
        var now = time.GetUtcNow();
        return new OwnAccount(
            form.Passkey?.OwnAccountId ?? Guid.CreateVersion7(now),
            personalData.Protect(name.Value),
            personalData.Protect(address.Value),
            personalData.HashTyped(address),
            form.Language,
            now,
            ConfirmedAt: null,
            password is null ? null : hashes.Hash(password),
            SecuredAt: now);
    }

    private async Task<OwnAccountResult> StoreAsync(
        OwnAccountForm form, OwnAccount account, EmailAddress address, bool mayMail, CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);
        var known = await work.OwnAccounts.OfAddressAsync(personalData.HashesOfTyped(address), cancellationToken);
        var isKept = form.MayEnterUnconfirmed || (known.Confirmed is null && mayMail);
        if (isKept && !await TryAddAsync(work, account, form.Passkey, cancellationToken))
        {
            return new OwnAccountResult.LookInMail();
        }

        if (mayMail)
        {
            var message = known.Confirmed is { } confirmed
                ? OutboxMessage.ForOwnAccount(OutboxKind.AddressKnown, confirmed.Id, account.CreatedAt)
                : OutboxMessage.ForOwnAccount(OutboxKind.ConfirmAddress, account.Id, account.CreatedAt);
            await work.Outbox.AddAsync(message, cancellationToken);
        }

        await work.CommitAsync(cancellationToken);
        return form.MayEnterUnconfirmed
            ? new OwnAccountResult.SignedIn(account.ToIdentity(personalData), account.ToSession())
            : new OwnAccountResult.LookInMail();
    }

    // What is posted a second time has its account already.
    private static async Task<bool> TryAddAsync(IUnitOfWork work, OwnAccount account, NewPasskey? passkey, CancellationToken cancellationToken)
    {
        if (passkey is null)
        {
            await work.OwnAccounts.AddAsync(account, cancellationToken);
            return true;
        }

        if (await work.OwnAccounts.FindAsync(account.Id, cancellationToken) is not null)
        {
            return false;
        }

        await work.OwnAccounts.AddAsync(account, cancellationToken);
        return await work.OwnAccounts.TryAddPasskeyAsync(account.Id, passkey.Passkey, cancellationToken);
    }
}
