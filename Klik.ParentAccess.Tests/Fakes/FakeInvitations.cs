using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Tests.Fakes;

internal sealed class FakeInvitations(FakeUnitOfWork work) : IInvitationStore
{
    public Task<bool> TryAddAsync(Invitation invitation, IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken)
    {
        var isFree = !work.State.Invitations.Values.Any(other => other.StudentId == invitation.StudentId && other.AddressHash is { } hash && hashes.Contains(hash));
        if (isFree)
        {
            Put(invitation);
        }

        return Task.FromResult(isFree);
    }

    public Task<IReadOnlyList<Invitation>> OpenForAddressAsync(IReadOnlyList<AddressHash> hashes, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Invitation>>(
        [
            .. work.State.Invitations.Values
                .Where(invitation => invitation.AddressHash is { } hash && hashes.Contains(hash) && invitation.ExpiresAt > now)
                .OrderBy(invitation => invitation.CreatedAt),
        ]);

    public Task<bool> TryTakeAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(TryRemove(id, invitation => invitation.ExpiresAt > now));

    public Task<bool> TryDeleteAsync(StudentId student, Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(TryRemove(id, invitation => invitation.StudentId == student));

    public Task<bool> TryExtendAsync(
        StudentId student, Guid id, DateTimeOffset now, DateTimeOffset mailedUntil, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var isOpen = work.State.Invitations.TryGetValue(id, out var invitation) && invitation.StudentId == student && invitation.ExpiresAt > now
            && (invitation.ResentAt ?? invitation.CreatedAt) <= mailedUntil;
        if (isOpen)
        {
            Put(invitation! with { ExpiresAt = expiresAt, ResentAt = now, Mail = InvitationMailState.Queued });
        }

        return Task.FromResult(isOpen);
    }

    public Task SetMailStateAsync(Guid id, Guid messageId, InvitationMailState state, CancellationToken cancellationToken)
    {
        if (work.State.Invitations.TryGetValue(id, out var invitation) && work.State.Outbox.ContainsKey(messageId))
        {
            Put(invitation with { Mail = state });
        }

        return Task.CompletedTask;
    }

    public Task<bool> TryCountMailAsync(StudentId student, DateOnly day, int most, CancellationToken cancellationToken)
    {
        var mails = work.State.MailCounts.GetValueOrDefault((student, day));
        if (mails < most)
        {
            work.State = work.State with { MailCounts = work.State.MailCounts.SetItem((student, day), mails + 1) };
        }

        return Task.FromResult(mails < most);
    }

    public Task RemoveMailCountsAsync(DateOnly before, CancellationToken cancellationToken)
    {
        work.State = work.State with { MailCounts = work.State.MailCounts.RemoveRange(work.State.MailCounts.Keys.Where(key => key.Day < before)) };
        return Task.CompletedTask;
    }

    public Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var expired = work.State.Invitations.Values.Where(invitation => invitation.ExpiresAt <= now && invitation.Address is not null).ToList();
        expired.ForEach(invitation => Put(invitation with { Address = null, AddressHash = null }));
        return Task.FromResult(expired.Count);
    }

    public Task<int> RemoveExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        Task.FromResult(work.State.Invitations.Values.Where(invitation => invitation.ExpiresAt < before).ToList().Count(invitation => TryRemove(invitation.Id, _ => true)));

    private void Put(Invitation invitation) => work.State = work.State with { Invitations = work.State.Invitations.SetItem(invitation.Id, invitation) };

    private bool TryRemove(Guid id, Func<Invitation, bool> isIt)
    {
        var isThere = work.State.Invitations.TryGetValue(id, out var invitation) && isIt(invitation);
        if (isThere)
        {
            work.State = work.State with { Invitations = work.State.Invitations.Remove(id) };
        }

        return isThere;
    }
}
