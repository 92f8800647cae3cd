using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Observability;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>
/// Decides whether somebody who has signed in at a provider gets in (rules I2, I7, I8, P1): by an account that is linked with an
/// active student, after accepting what is open for an address that the provider is authoritative for.
/// </summary>
public sealed class SignInParent(
    IParentAccessStore store,
    PersonalData personalData,
    InvitationLinker linker,
    ParentAccessMetrics metrics,
    TimeProvider time)
{
    /// <summary>Decides, and accepts open invitations on the way.</summary>
    /// <param name="identity">Who has signed in at the provider.</param>
    /// <param name="language">The language that the parent uses now, two letters.</param>
    /// <param name="cancellationToken">Ends the work; nothing has happened then.</param>
    public async Task<SignInParentResult> ExecuteAsync(ExternalIdentity identity, string? language, CancellationToken cancellationToken)
    {
        ParentAccount? account;
        await using (var work = await store.BeginAsync(cancellationToken))
        {
            var accepted = await AcceptOpenAsync(work, identity, language, cancellationToken);
            await work.Accounts.RenewLoginAsync(identity.Issuer, identity.Subject, cancellationToken);
            account = await work.Accounts.FindAsync(identity.Issuer, identity.Subject, cancellationToken);
            await work.CommitAsync(cancellationToken);
            linker.Tell(accepted);
        }

        var canSignIn = account is not null
            && StudentAccess.CanSignIn(await store.StudentsOfParentAsync(account.Id, time.GetUtcNow(), cancellationToken));
        metrics.SignIn(canSignIn);
        return canSignIn ? new SignInParentResult.SignedIn(account!) : new SignInParentResult.NoAccess();
    }

    private async Task<IReadOnlyList<Invitation>> AcceptOpenAsync(
        IUnitOfWork work, ExternalIdentity identity, string? language, CancellationToken cancellationToken)
    {
        // Only a provider that is authoritative for the address proves the mailbox; everybody else comes through the mail (rule P1).
        if (identity is not { IsAuthoritative: true, Address: { } address })
        {
            return [];
        }

        var open = await work.Invitations.OpenForAddressAsync(personalData.HashesOfClaimed(address), time.GetUtcNow(), cancellationToken);
        return await linker.AcceptAsync(work, identity, open, language, cancellationToken);
    }
}
