using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>
/// Somebody chooses a new password by the secret from the mail, once. Passkeys and sessions end with it: whoever else had got
/// into the account is out.
/// </summary>
public sealed class ResetPassword(
    IParentAccessStore store,
    IOwnAccountStore accounts,
    PersonalData personalData,
    IPasswordHashes hashes,
    OwnAccountTries tries,
    ICurrentSchool school,
    TimeProvider time)
{
    /// <summary>Stores it.</summary>
    /// <returns><see cref="OwnAccountResult.SignedIn"/>, <see cref="OwnAccountResult.DeadLink"/> or <see cref="OwnAccountResult.Invalid"/>.</returns>
    public async Task<OwnAccountResult> ExecuteAsync(string? token, string? typed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!OwnAccountToken.TryRead(OwnAccountTokenPurpose.ResetPassword, token, personalData, now, out var read)
            || await accounts.FindAsync(read.OwnAccountId, cancellationToken) is not { ConfirmedAt: not null } account
            || read.IssuedAt < account.SecuredAt
            || !EmailAddress.TryParse(personalData.Unprotect(account.Address), out var address))
        {
            return new OwnAccountResult.DeadLink();
        }

        if (Password.TryChoose(typed, [personalData.Unprotect(account.Name), address.Value, school.School.Name], out var password) is { } problem)
        {
            return new OwnAccountResult.Invalid(Name: null, Address: false, problem);
        }

        var hash = hashes.Hash(password);
        // Later than the secret in any case, so that it is not good twice.
        var secured = now > read.IssuedAt ? now : read.IssuedAt.AddTicks(1);
        if (!await TrySetAsync(account, hash, secured, now, cancellationToken))
        {
            return new OwnAccountResult.DeadLink();
        }

        await tries.ForgetPasswordsAsync(address, cancellationToken);
        account = account with { SecuredAt = secured };
        return new OwnAccountResult.SignedIn(account.ToIdentity(personalData), account.ToSession());
    }

    private async Task<bool> TrySetAsync(OwnAccount account, string hash, DateTimeOffset secured, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);
        if (!await work.OwnAccounts.TrySetPasswordAsync(account, hash, secured, cancellationToken))
        {
            return false;
        }

        await work.OwnAccounts.RemovePasskeysAsync(account.Id, cancellationToken);
        await EndSessionsOfOwnAccount.ExecuteAsync(work, account.Id, cancellationToken);
        await work.Outbox.AddAsync(OutboxMessage.ForOwnAccount(OutboxKind.SignInChanged, account.Id, now), cancellationToken);
        await work.CommitAsync(cancellationToken);
        return true;
    }
}
