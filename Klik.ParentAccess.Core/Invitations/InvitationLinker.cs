using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Events;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Observability;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Invitations;

/// <summary>Turns invitations into links, within a unit of work that the caller commits.</summary>
public sealed class InvitationLinker(
    IStudents students, PersonalData personalData, ParentAccessMetrics metrics, IParentAccessEvents events, TimeProvider time)
{
    /// <summary>
    /// Takes each invitation whose student is active, makes the account if there is none, links it and queues the mail about it.
    /// </summary>
    /// <param name="work">The open unit of work.</param>
    /// <param name="identity">Whose account it becomes.</param>
    /// <param name="invitations">In order of making, always, so that two callers never wait for each other.</param>
    /// <param name="language">The language that the parent uses now, two letters.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The invitations that were accepted, for <see cref="Tell"/> after the commit.</returns>
    internal async Task<IReadOnlyList<Invitation>> AcceptAsync(
        IUnitOfWork work,
        ExternalIdentity identity,
        IReadOnlyList<Invitation> invitations,
        string? language,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();

        // All are taken before the first one is linked: invitations come before accounts in every transaction, so that two
        // callers never wait for each other.
        var taken = new List<Invitation>();
        foreach (var invitation in invitations)
        {
            if (await students.FindAsync(invitation.StudentId, cancellationToken) is { IsActive: true }
                && await work.Invitations.TryTakeAsync(invitation.Id, now, cancellationToken))
            {
                taken.Add(invitation);
            }
        }

        foreach (var invitation in taken)
        {
            await LinkAsync(work, identity, invitation, language, now, cancellationToken);
        }

        return taken;
    }

    /// <summary>Says of invitations that they were accepted, once that is committed.</summary>
    internal void Tell(IReadOnlyList<Invitation> accepted)
    {
        foreach (var invitation in accepted)
        {
            metrics.InvitationAccepted();
            events.Publish(new ParentAccessEvent.InvitationAccepted(invitation.Id));
        }
    }

    private async Task LinkAsync(
        IUnitOfWork work,
        ExternalIdentity identity,
        Invitation invitation,
        string? language,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var name = PersonName.FromStore(personalData.Unprotect(invitation.Name));
        var account = await work.Accounts.GetOrCreateAsync(
            new NewParent(identity.Issuer, identity.Subject, identity.Provider, name, invitation.CreatedAt, invitation.Address, invitation.AddressHash, language),
            cancellationToken);
        if (invitation is { Address: { } address, AddressHash: { } hash })
        {
            await work.Accounts.SetAddressAsync(account.Id, address, hash, name, invitation.CreatedAt, cancellationToken);
            await NameAfterLatestAsync(work, address, now, cancellationToken);
        }

        await work.Outbox.RemoveOfInvitationAsync(invitation.Id, cancellationToken);
        var link = new Link(Guid.CreateVersion7(now), invitation.StudentId, account.Id, invitation.Name, LinkOrigin.Invitation, now);
        if (await work.Links.TryAddAsync(link, cancellationToken))
        {
            await work.Outbox.AddAsync(OutboxMessage.ForLink(link.Id, now), cancellationToken);
        }

        await work.Accounts.SetWithoutLinksSinceAsync(account.Id, null, cancellationToken);
    }

    // The name of the latest invitation sent to the address counts, also while that one is still open (rule I10). When it was
    // sent, there may have been no account yet to be renamed.
    private async Task NameAfterLatestAsync(IUnitOfWork work, ProtectedText sealedAddress, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(personalData.Unprotect(sealedAddress), out var address))
        {
            return;
        }

        var hashes = personalData.HashesOfTyped(address);
        if (await work.Invitations.OpenForAddressAsync(hashes, now, cancellationToken) is [.., var latest])
        {
            await work.Accounts.RenameByAddressAsync(
                hashes, PersonName.FromStore(personalData.Unprotect(latest.Name)), latest.CreatedAt, cancellationToken);
        }
    }
}
