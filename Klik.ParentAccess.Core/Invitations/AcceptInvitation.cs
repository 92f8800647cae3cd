using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.Invitations;

/// <summary>
/// A parent accepts through the link in the mail, with whatever account: the secret is the proof of the mailbox (rules P1, P3).
/// </summary>
public sealed class AcceptInvitation(IParentAccessStore store, PersonalData personalData, InvitationLinker linker, SignInParent signIn, TimeProvider time)
{
    /// <summary>
    /// Accepts exactly once (rule P7). A dead or used link is no obstacle for somebody who has access anyway: a second click
    /// ends in the overview.
    /// </summary>
    /// <param name="identity">Who has signed in at the provider.</param>
    /// <param name="token">The secret as it came in.</param>
    /// <param name="language">The language that the parent uses now, two letters.</param>
    /// <param name="cancellationToken">Ends the work; nothing has happened then.</param>
    public async Task<SignInParentResult> ExecuteAsync(ExternalIdentity identity, string? token, string? language, CancellationToken cancellationToken)
    {
        if (InvitationToken.TryRead(token, personalData, out var read))
        {
            var invitation = await store.FindInvitationAsync(read.InvitationId, cancellationToken);
            if (invitation is not null && invitation.ExpiresAt > time.GetUtcNow())
            {
                await using var work = await store.BeginAsync(cancellationToken);
                var accepted = await linker.AcceptAsync(work, identity, [invitation], language, cancellationToken);
                await work.CommitAsync(cancellationToken);
                linker.Tell(accepted);
            }
        }

        return await signIn.ExecuteAsync(identity, language, cancellationToken);
    }
}
