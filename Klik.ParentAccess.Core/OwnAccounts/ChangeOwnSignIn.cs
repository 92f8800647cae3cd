using System.Net;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>
/// A parent who is signed in changes how to sign in. Every change ends the account's other sessions, kills the secrets that are
/// under way, and is told by mail.
/// </summary>
public sealed class ChangeOwnSignIn(
    IParentAccessStore store,
    IOwnAccountStore accounts,
    CheckPassword check,
    PersonalData personalData,
    IPasswordHashes hashes,
    ICurrentSchool school,
    TimeProvider time)
{
    /// <summary>Changes the password; the present one is asked for.</summary>
    /// <returns><see cref="OwnAccountResult.SignedIn"/> with the session that goes on, <see cref="OwnAccountResult.Refused"/>,
    /// <see cref="OwnAccountResult.TooMany"/> or <see cref="OwnAccountResult.Invalid"/>.</returns>
    public async Task<OwnAccountResult> SetPasswordAsync(
        Guid ownAccountId, string? present, string? typed, IPAddress? network, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(ownAccountId, cancellationToken) is not { PasswordHash: not null } account)
        {
            return new OwnAccountResult.Refused();
        }

        string[] own = [personalData.Unprotect(account.Name), personalData.Unprotect(account.Address), school.School.Name];
        if (Password.TryChoose(typed, own, out var password) is { } problem)
        {
            return new OwnAccountResult.Invalid(Name: null, Address: false, problem);
        }

        if ((await check.OfAccountAsync(account, present, network, cancellationToken)).Result is not OwnAccountResult.SignedIn and var refused)
        {
            return refused;
        }

        var hash = hashes.Hash(password);
        return await ChangeAsync(account, (work, securedAt) => work.OwnAccounts.TrySetPasswordAsync(account, hash, securedAt, cancellationToken), cancellationToken);
    }

    /// <summary>Adds a passkey that was just made; the password is asked for where there is one.</summary>
    /// <returns>As for the password.</returns>
    public async Task<OwnAccountResult> AddPasskeyAsync(
        Guid ownAccountId, string? present, NewPasskey made, IPAddress? network, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(made);
        if (made.OwnAccountId != ownAccountId
            || await accounts.FindAsync(ownAccountId, cancellationToken) is not { } account
            || (await accounts.PasskeysAsync(ownAccountId, cancellationToken)).Count >= OwnAccount.MostPasskeys)
        {
            return new OwnAccountResult.Refused();
        }

        if (account.PasswordHash is not null
            && (await check.OfAccountAsync(account, present, network, cancellationToken)).Result is not OwnAccountResult.SignedIn and var refused)
        {
            return refused;
        }

        return await ChangeAsync(
            account,
            async (work, securedAt) => await work.OwnAccounts.TrySecureAsync(account, securedAt, cancellationToken)
                && await work.OwnAccounts.TryAddPasskeyAsync(account.Id, made.Passkey, cancellationToken),
            cancellationToken);
    }

    /// <summary>Removes a passkey, unless it is the last way to sign in.</summary>
    /// <returns><see cref="OwnAccountResult.SignedIn"/> with the session that goes on, <see cref="OwnAccountResult.Refused"/> or
    /// <see cref="OwnAccountResult.LastWay"/>.</returns>
    public async Task<OwnAccountResult> RemovePasskeyAsync(Guid ownAccountId, string? credentialId, CancellationToken cancellationToken)
    {
        if (credentialId is null || await accounts.FindAsync(ownAccountId, cancellationToken) is not { } account)
        {
            return new OwnAccountResult.Refused();
        }

        if (account.PasswordHash is null && (await accounts.PasskeysAsync(ownAccountId, cancellationToken)).Count < 2)
        {
            return new OwnAccountResult.LastWay();
        }

        // The first of two callers changes SecuredAt, so that the second does not take away the last one.
        return await ChangeAsync(
            account,
            async (work, securedAt) => await work.OwnAccounts.TrySecureAsync(account, securedAt, cancellationToken)
                && await work.OwnAccounts.TryRemovePasskeyAsync(account.Id, credentialId, cancellationToken),
            cancellationToken);
    }

    private async Task<OwnAccountResult> ChangeAsync(
        OwnAccount account, Func<IUnitOfWork, DateTimeOffset, Task<bool>> change, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var securedAt = now > account.SecuredAt ? now : account.SecuredAt.AddTicks(1);
        await using var work = await store.BeginAsync(cancellationToken);
        if (!await change(work, securedAt))
        {
            return new OwnAccountResult.Refused();
        }

        await EndSessionsOfOwnAccount.ExecuteAsync(work, account.Id, cancellationToken);
        await work.Outbox.AddAsync(OutboxMessage.ForOwnAccount(OutboxKind.SignInChanged, account.Id, now), cancellationToken);
        await work.CommitAsync(cancellationToken);
        account = account with { SecuredAt = securedAt };
        return new OwnAccountResult.SignedIn(account.ToIdentity(personalData), account.ToSession());
    }
}
